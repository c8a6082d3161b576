// relay_graph.js - who stands behind a story, laid out: origins, who heard them, the reports that print it.

/* {columns: [[node], [node], [node]], edges: [{from, to, how, why}]}; a node is {key, label, kind, column, at}. */
export function graphOf(origins, story) {
    const nodes = new Map(), edges = new Map();
    const node = (column, key, label, more) => {
        const id = `${column} ${key}`;
        if (!nodes.has(id)) nodes.set(id, { id, column, label, ...more });
        return nodes.get(id);
    };
    const edge = (from, to, how, why) => {
        const id = `${from.id}\n${to.id}\n${how}`;
        if (!edges.has(id)) edges.set(id, { from, to, how, why, n: 0 });
        edges.get(id).n++;
    };
    const reports = new Map(story.reports.map((r) => [r.report, r]));
    const heard = new Set(origins.origins.flatMap((o) => o.hearings.filter((h) => h.how !== "own")
        .flatMap((h) => h.voices.map((v) => v.report))));
    origins.origins.forEach((origin, i) => {
        if (origin.hearings.every((h) => h.how === "own" && h.voices.every((v) => heard.has(v.report)))) return;
        const from = node(0, i, origin.name ?? "who says so is not told", { kind: origin.kind, known: origin.known, why: origin.why });
        for (const hearing of origin.hearings) {
            const by = hearing.by ?? "not told";
            const middle = hearing.how === "own" && by === origin.name ? from : node(1, by, by, {});
            // That a report has a text of its own is worth a line where nobody else is behind it.
            if (hearing.how === "own" && hearing.voices.every((v) => heard.has(v.report))) continue;
            if (middle !== from) edge(from, middle, hearing.how, origin.why[0]);
            for (const voice of hearing.voices) {
                const r = reports.get(voice.report);
                const to = node(2, voice.report, r?.publisher ?? `report ${voice.report}`,
                    { report: voice.report, title: r?.title, copy: r?.copy_of });
                edge(middle, to, middle === from ? "own" : "prints", voice.why);
            }
        }
    });
    return arranged([...nodes.values()], [...edges.values()]);
}

/* Nodes near those they are tied to: a few rounds of means, as Sugiyama has it. */
function arranged(nodes, edges) {
    const columns = [0, 1, 2].map((c) => nodes.filter((n) => n.column === c));
    columns.forEach((column) => column.forEach((n, i) => Object.assign(n, { at: i / column.length, tied: [] })));
    for (const { from, to } of edges) {
        from.tied.push(to);
        to.tied.push(from);
    }
    for (let round = 0; round < 6; round++)
        for (const column of round % 2 ? [...columns].reverse() : columns) {
            for (const n of column)
                if (n.tied.length) n.mean = n.tied.reduce((sum, o) => sum + o.at, 0) / n.tied.length;
            column.sort((a, b) => (a.mean ?? a.at) - (b.mean ?? b.at) || (a.id < b.id ? -1 : 1));
            column.forEach((n, i) => { n.at = (i + 0.5) / column.length; });
        }
    return { columns, edges };
}
