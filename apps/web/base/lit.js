// lit.js - a report's text in stretches, each with what claims make of it. Offsets are code points, as the record has them.

/* text -> (start, end) -> words; fast where no character needs two units. */
export function slicer(text) {
    if (!/[\ud800-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
    const points = Array.from(text);
    return (start, end) => points.slice(start, end).join("");
}

export function lengthOf(text) {
    return /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;
}

/* What lies over the text: {start, end, role, claim}. Roles: source, cue, content, quoted, own, here. */
export function layersOf(record, here) {
    const layers = [];
    record.claims.forEach((claim, i) => {
        for (const role of ["source", "cue", "content", "quoted"])
            for (const [start, end] of claim[role]) layers.push({ start, end, role, claim: i });
    });
    for (const [start, end] of stretched(ownVoice(record), slicer(record.text))) layers.push({ start, end, role: "own" });
    if (here) layers.push({ ...here, role: "here" });
    return layers;
}

/* Sentences that no claim touches: the report says them itself. */
function ownVoice(record) {
    const spans = record.claims.flatMap((c) => [...c.source, ...c.cue, ...c.content])
        .sort((a, b) => a[0] - b[0]);
    let reach = 0, next = 0;
    return record.sentences.filter(([start, end]) => {
        while (next < spans.length && spans[next][0] < end) reach = Math.max(reach, spans[next++][1]);
        return reach <= start;
    });
}

/* Sentences that follow one another in a paragraph are one stretch. */
function stretched(spans, slice) {
    const out = [];
    for (const [start, end] of spans) {
        const last = out.at(-1);
        if (last && /^[^\S\n]*$/.test(slice(last[1], start))) last[1] = end;
        else out.push([start, end]);
    }
    return out;
}

/* Paragraphs: [{start, end, kind, stretches: [{start, end, layers, opens}]}]; opens: claims that begin there. */
export function paragraphsOf(record, layers, slice) {
    const cuts = new Set(layers.flatMap((l) => [l.start, l.end]));
    const sorted = [...cuts].sort((a, b) => a - b);
    const byStart = [...layers].sort((a, b) => a.start - b.start);
    const opening = openings(record);
    const headings = new Map((record.layout ?? []).map((part) => [part.start, part.kind]));
    const active = [];
    let next = 0, cut = 0, at = 0;
    return linesOf(record.text, slice).map(([start, end]) => {
        const stretches = [];
        at = start;
        while (at < end) {
            while (cut < sorted.length && sorted[cut] <= at) cut++;
            const to = Math.min(end, sorted[cut] ?? end);
            while (next < byStart.length && byStart[next].start <= at) active.push(byStart[next++]);
            for (let i = active.length - 1; i >= 0; i--) if (active[i].end <= at) active.splice(i, 1);
            stretches.push({ start: at, end: to, layers: [...active], opens: opening.get(at) ?? [] });
            at = to;
        }
        return { start, end, kind: headings.get(start), stretches };
    }).filter((p) => p.end > p.start);
}

function linesOf(text) {
    const lines = [];
    let at = 0;
    for (const line of text.split("\n")) {
        const end = at + lengthOf(line);
        lines.push([at, end]);
        at = end + 1;
    }
    return lines;
}

/* Where the number of each claim stands: at the beginning of what is said. */
function openings(record) {
    const at = new Map();
    record.claims.forEach((claim, i) => {
        const start = claim.content[0]?.[0] ?? claim.cue[0]?.[0];
        if (start !== undefined) at.set(start, [...(at.get(start) ?? []), i]);
    });
    return at;
}

/* "figure" and "f5": where its words stand. */
export function spanOf(record, kind, id) {
    const n = Number(/\d+$/.exec(id ?? "")?.[0]) - 1;
    const pair = (at) => (at ? { start: at[0], end: at[1] } : null);
    switch (kind) {
    case "event": return pair(record.events?.[n]?.trigger);
    case "figure": return record.figures?.[n] ?? null;
    case "time": return record.times?.[n] ?? null;
    case "name": return record.entities?.[n]?.mentions[0] ?? null;
    case "incident": return pair(record.events?.find((v) => v.id === record.incidents?.[n]?.events[0])?.trigger);
    case "at": return pair(/^(\d+)-(\d+)$/.exec(id ?? "")?.slice(1).map(Number));
    default: return null;
    }
}
