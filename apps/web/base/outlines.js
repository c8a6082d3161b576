// outlines.js - outlines of land and borders (/outlines.json), and degrees to a picture's units.
import { ask } from "./api.js";

let outlines = null;

/* What crosses the 180th meridian goes on beyond it, and stands at the other end of the map once more. */
function aroundTheWorld(points) {
    let turn = 0;
    const out = points.map(([lon, lat], i) => {
        const step = i ? lon - points[i - 1][0] : 0;
        if (step > 180) turn -= 360;
        if (step < -180) turn += 360;
        return [lon + turn, lat];
    });
    const beyond = out.some(([lon]) => lon > 180) ? -360 : out.some(([lon]) => lon < -180) ? 360 : 0;
    return beyond ? [out, out.map(([lon, lat]) => [lon + beyond, lat])] : [out];
}

/* {lines: [[[lon, lat]]], land: [[lon, lat]]}, asked for once. */
export function loadOutlines() {
    outlines ??= ask("/outlines.json").then(({ scale, lines, land }) => {
        const points = lines.map((steps) => {
            let [x, y] = [0, 0];
            const out = [];
            for (let i = 0; i < steps.length; i += 2) out.push([(x += steps[i]) * scale, (y += steps[i + 1]) * scale]);
            return out;
        });
        const line = (n) => (n >= 0 ? points[n] : [...points[~n]].reverse());
        return { lines: points.flatMap(aroundTheWorld),
            land: land.map((ring) => ring.flatMap((n, i) => line(n).slice(i ? 1 : 0))).flatMap(aroundTheWorld) };
    }).catch((problem) => {
        outlines = null;
        throw problem;
    });
    return outlines;
}

/* A view is {lon, lat, span}: its middle, and how many degrees of latitude it has from top to bottom. East and west are
   drawn as long as they are at the middle. */
export function projection(view, width, height) {
    const unit = height / view.span, narrow = Math.cos((Math.min(60, Math.abs(view.lat)) * Math.PI) / 180);
    return ([lon, lat]) => [width / 2 + (lon - view.lon) * narrow * unit, height / 2 - (lat - view.lat) * unit];
}

export const WORLD = { lon: 0, lat: 18, span: 172 };

/* All of them, with room around. */
export function viewOf(places, width, height) {
    if (!places.length) return WORLD;
    const lons = places.map((p) => p.lon), lats = places.map((p) => p.lat);
    const middle = (list) => (Math.min(...list) + Math.max(...list)) / 2, reach = (list) => Math.max(...list) - Math.min(...list);
    const lat = middle(lats), narrow = Math.cos((Math.min(60, Math.abs(lat)) * Math.PI) / 180);
    const span = Math.max(reach(lats), (reach(lons) * narrow * height) / width) * 1.35;
    return span > WORLD.span * 0.8 ? WORLD : { lon: middle(lons), lat, span: Math.max(12, span) };
}
