// relays.js - who stands behind a story: origins at the left, who heard them, the reports at the right.
import { html, useMemo, useRef, useState } from "/base/dom.js";
import { graphOf } from "/base/relay_graph.js";
import { link } from "/base/router.js";
import { count } from "/base/words.js";
import { Exports } from "./exports.js";
import { Fold } from "./fold.js";

const WIDTH = 960, ROW = 24, TOP = 34, X = [10, 390, 690], REACH = [270, 190, 260];
const HOWS = { own: "is a text of its own", relayed: "relayed, and said so", untold: "how it was heard is not told",
    public: "said in public", prints: "printed" };

function cut(text, most) {
    const points = Array.from(text);
    return points.length > most ? `${points.slice(0, most - 1).join("").trimEnd()}…` : text;
}

function path(from, to) {
    const shown = Math.min(from.column === 1 ? 26 : 36, Array.from(from.label).length);
    const x1 = X[from.column] + Math.min(REACH[from.column], shown * 7.2 + 8), x2 = X[to.column] - 6, bend = (x2 - x1) / 2;
    return `M${x1} ${from.y}C${x1 + bend} ${from.y} ${x2 - bend} ${to.y} ${x2} ${to.y}`;
}

function Node({ node, on, choose }) {
    const to = node.report ? link(["report", node.report]) : node.column === 0 && node.known ? link(["person", node.label]) : null;
    const words = html`<text class=${node.known === false ? "vague" : ""} x=${X[node.column]} y=${node.y + 4}>${cut(node.label, node.column === 1 ? 26 : 36)}${node.copy != null
        && html`<tspan class="when"> · copy</tspan>`}</text>`;
    return html`<g class=${on ? "node on" : "node"} onMouseEnter=${() => choose(node)} onMouseLeave=${() => choose(null)}
        onFocusIn=${() => choose(node)} onFocusOut=${() => choose(null)}>
        <title>${[node.title ?? node.label, ...(node.why ?? [])].join("; ")}</title>
        ${to ? html`<a href=${to}>${words}</a>` : words}</g>`;
}

/* All that leads to a node or from it. */
function tiedTo(node, edges) {
    const tied = new Set();
    if (!node) return tied;
    const walk = (at, next, end) => edges.filter((e) => e[end] === at && !tied.has(e)).forEach((e) => {
        tied.add(e);
        walk(e[next], next, end);
    });
    walk(node, "to", "from");
    walk(node, "from", "to");
    return tied;
}

function Picture({ graph, at }) {
    const [chosen, choose] = useState(null);
    const rows = Math.max(...graph.columns.map((c) => c.length));
    const height = TOP + rows * ROW + 8;
    graph.columns.forEach((column) => column.forEach((n) => { n.y = TOP + n.at * rows * ROW; }));
    const tied = tiedTo(chosen, graph.edges);
    const of = (n) => n === chosen || [...tied].some((e) => e.from === n || e.to === n);
    return html`<svg ref=${at} class=${chosen ? "picture relays chosen" : "picture relays"} viewBox=${`0 0 ${WIDTH} ${height}`} width=${WIDTH}
        role="group" aria-label="Who stands behind the story; the list below has the same">
        ${["who knows it", "who heard it", "who prints it"].map((title, i) => html`<text class="tick" x=${X[i]} y="14">${title}</text>`)}
        ${graph.edges.map((e) => html`<path class=${`edge ${e.how} ${tied.has(e) ? "on" : ""}`} d=${path(e.from, e.to)} />`)}
        ${graph.columns.flat().map((n) => html`<${Node} node=${n} on=${of(n)} choose=${choose} />`)}
    </svg>`;
}

function Key() {
    return html`<p class="legend">${["relayed", "untold", "public"].map((how) => html`<svg width="34" height="10" aria-hidden="true">
        <path class=${`edge ${how}`} d="M0 5H34" /></svg> ${HOWS[how]} ${" "}`)}· a name in italics may be the same as another</p>`;
}

/* Voices of a hearing, a report once. */
function Voices({ voices }) {
    const reports = [...new Set(voices.map((v) => v.report))];
    return reports.map((r, i) => html`${i > 0 && ", "}<a href=${link(["report", r])}>${r}</a>`);
}

function List({ origins }) {
    return html`<${Fold} title="As a list, with reasons">${() => html`<ol class="list">${origins.map((o) => html`<li>
        <b>${o.name ?? "Not told"}</b> <small>${[o.kind, ...o.why].join("; ")}</small>
        <ul>${o.hearings.map((h) => html`<li>${HOWS[h.how] ?? h.how}: ${h.by ?? "not told"}, in ${h.voices.length > 1 ? "reports " : "report "}
            <${Voices} voices=${h.voices} /></li>`)}</ul></li>`)}</ol>`}<//>`;
}

function flat(origins) {
    return origins.flatMap((o) => o.hearings.flatMap((h) => h.voices.map((v) => ({ origin: o.name, kind: o.kind, how: h.how,
        heard_by: h.by, report: v.report, claim: v.claim, why: v.why }))));
}

export function Relays({ story, data }) {
    const at = useRef();
    const graph = useMemo(() => graphOf(data, story), [data, story]);
    if (!data.origins.length) return html`<p>Nobody claims anything in the story.</p>`;
    return html`<p class="lead">${data.least === data.most ? count(data.most, "independent origin")
        : `${data.least} to ${data.most} independent origins`}: where it is not told who knows something, it may be one or several.</p>
        <div class="wide" role="region" tabindex="0" aria-label="Who stands behind it"><${Picture} graph=${graph} at=${at} /></div>
        <${Key} /><${List} origins=${data.origins} />
        <${Exports} name=${`story-${story.story}-origins`} rows=${() => flat(data.origins)} json=${data} picture=${() => at.current} />`;
}
