// places.js - where the places of reports are, as their records have it, put together.
import { useEffect, useState } from "./dom.js";
import { address, ask } from "./api.js";

const MOST_REPORTS = 100, AT_ONCE = 6;

/* Reports of a story, one report, or the newest that claim something. */
async function reportsOf({ story, report }) {
    if (report) return [report];
    if (story) return (await ask(`/api/stories/${encodeURIComponent(story)}`)).reports.map((r) => r.report);
    const { claims } = await ask(address("/api/claims", { limit: 1000 }));
    return [...new Set(claims.map((c) => c.id.split(":")[0]))];
}

function collect(found, id, record) {
    for (const entity of record.entities) {
        const named = entity.mentions.some((m) => m.form === "name");
        const { place } = entity;
        if (!place && named && ["GPE", "LOC"].includes(entity.type)) found.without.add(entity.name);
        if (!place || place.lat === null || place.lat === undefined) continue;
        const key = place.geonames ?? place.name;
        const one = found.places.get(key) ?? { ...place, reports: new Set(), names: new Set() };
        one.reports.add(String(id));
        one.names.add(entity.name);
        one.confidence = Math.max(one.confidence ?? 0, place.confidence ?? 0);
        found.places.set(key, one);
    }
}

/* {data: {places, without, reports, all}} as it comes in; places are sorted by how many reports name them. */
export function usePlaces(story, report) {
    const [answer, set] = useState({ waiting: true });
    useEffect(() => {
        let live = true;
        const load = async () => {
            const all = await reportsOf({ story, report }), ids = all.slice(0, MOST_REPORTS);
            const found = { places: new Map(), without: new Set() };
            for (let i = 0; i < ids.length && live; i += AT_ONCE) {
                const part = ids.slice(i, i + AT_ONCE);
                const records = await Promise.all(part.map((id) => ask(`/api/reports/${encodeURIComponent(id)}`)));
                records.forEach((record, k) => collect(found, part[k], record));
            }
            if (live) set({ data: { places: [...found.places.values()].sort((a, b) => b.reports.size - a.reports.size
                || (a.name < b.name ? -1 : 1)), without: [...found.without], reports: ids.length, all: all.length } });
        };
        set({ waiting: true });
        load().catch((problem) => live && set({ error: problem.message }));
        return () => { live = false; };
    }, [story, report]);
    return answer;
}
