// map.js - places on a map of outlines: a dot a town, a square a country, as large as reports are many.
import { html, useEffect, useMemo, useRef, useState } from "/base/dom.js";
import { useKeys } from "/base/keys.js";
import { WORLD, loadOutlines, projection, viewOf } from "/base/outlines.js";
import { link } from "/base/router.js";
import { count } from "/base/words.js";

const WIDTH = 960, HEIGHT = 480, NARROW = 0.6, LEAST = 2;

function pathOf(lines, at, close) {
    return lines.map((line) => `M${line.map((p) => at(p).map((c) => c.toFixed(1)).join(" ")).join("L")}${close ? "Z" : ""}`).join("");
}

function apart(a, b) {
    return a.x > b.x + b.w || b.x > a.x + a.w || a.y > b.y + b.h || b.y > a.y + a.h;
}

/* Names that find room beside places and other names, those of the most reports first. */
function labelled(points) {
    const taken = points.map((p) => ({ of: p, x: p.x - p.r, y: p.y - p.r, w: 2 * p.r, h: 2 * p.r }));
    return points.map((p) => {
        const box = { x: p.x + p.r + 3, y: p.y - 8, w: p.place.name.length * 7.2, h: 16 };
        const free = box.x + box.w < WIDTH && taken.every((t) => t.of === p || apart(box, t));
        if (free) taken.push(box);
        return { ...p, free };
    });
}

function Point({ point }) {
    const { place, x, y, r, free } = point;
    const of = `${place.name}${place.country ? `, ${place.country}` : ""}: ${count(place.reports.size, "report")}`;
    return html`<a href=${link(["events"], { where: place.name })} aria-label=${of}><title>${of}</title>
        ${place.is_country ? html`<rect class="place" x=${x - r} y=${y - r} width=${2 * r} height=${2 * r} />`
            : html`<circle class="place" cx=${x} cy=${y} r=${r} />`}
        ${free && html`<text x=${x + r + 3} y=${y + 4}>${place.name}</text>`}</a>`;
}

function useOutlines() {
    const [outlines, set] = useState(null);
    useEffect(() => {
        let live = true;
        loadOutlines().then((found) => live && set(found), () => {});
        return () => { live = false; };
    }, []);
    return outlines;
}

function useView(places) {
    const all = useMemo(() => viewOf(places, WIDTH, HEIGHT), [places]);
    const [view, set] = useState(all);
    useEffect(() => set(all), [all]);
    const zoom = (by) => set((v) => ({ ...v, span: Math.min(WORLD.span, Math.max(LEAST, v.span * by)) }));
    const move = (x, y) => set((v) => ({ ...v, lon: v.lon + (x * v.span) / 5, lat: Math.max(-60, Math.min(84, v.lat + (y * v.span) / 5)) }));
    useKeys("A map", [
        { key: "+", shown: "+", does: "nearer", run: () => zoom(NARROW) },
        { key: "-", shown: "−", does: "farther", run: () => zoom(1 / NARROW) },
        { key: "0", shown: "0", does: "all places", run: () => set(all) },
        { key: "ArrowUp", shown: "↑ ↓ ← →", does: "move", run: () => move(0, 1) },
        { key: "ArrowDown", run: () => move(0, -1) },
        { key: "ArrowLeft", run: () => move(-1, 0) },
        { key: "ArrowRight", run: () => move(1, 0) },
    ]);
    return { view, zoom, all: () => set(all), world: () => set(WORLD) };
}

/* at: a ref of the picture. */
export function PlaceMap({ places, at }) {
    const outlines = useOutlines();
    const { view, zoom, all, world } = useView(places);
    const to = useMemo(() => projection(view, WIDTH, HEIGHT), [view]);
    const ground = useMemo(() => outlines && { land: pathOf(outlines.land, to, true), lines: pathOf(outlines.lines, to, false) },
        [outlines, to]);
    const points = labelled(places.map((place) => {
        const [x, y] = to([place.lon, place.lat]);
        return { place, x, y, r: Math.min(16, 3 + 1.6 * Math.sqrt(place.reports.size)) };
    }).filter((p) => p.x > -20 && p.x < WIDTH + 20 && p.y > -20 && p.y < HEIGHT + 20));
    return html`<svg ref=${at} class="picture map" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} width=${WIDTH} height=${HEIGHT} role="group"
            aria-label="A map of the places; the list below has the same">
            ${ground && html`<path class="land" fill-rule="evenodd" d=${ground.land} /><path class="border" d=${ground.lines} />`}
            ${[...points].reverse().map((p) => html`<${Point} key=${p.place.geonames} point=${p} />`)}</svg>
        <p class="choice" role="group" aria-label="The map"><button onClick=${() => zoom(NARROW)} aria-label="nearer">+</button>
            <button onClick=${() => zoom(1 / NARROW)} aria-label="farther">−</button>
            <button onClick=${all}>All places</button><button onClick=${world}>The world</button></p>`;
}
