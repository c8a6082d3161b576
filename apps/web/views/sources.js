// sources.js - who speaks how often, named or not, and how often is answered.
import { html, useMemo } from "/base/dom.js";
import { address, useAnswer } from "/base/api.js";
import { longRange } from "/base/dates.js";
import { go, link } from "/base/router.js";
import { count, kindWord } from "/base/words.js";
import { Exports } from "/parts/exports.js";
import { useTitle } from "/parts/frame.js";
import { More, usePages } from "/parts/pages.js";
import { Answer } from "/parts/state.js";

const CHOICES = [["", "All"], ["named", "Named"], ["role", "By office"], ["group", "Bodies and groups"], ["anonymous", "Kept unnamed"],
    ["outlet", "Media"], ["document", "Documents"], ["unknown", "Not told"]];

export function Sources({ route }) {
    const kind = CHOICES.some(([k]) => k === route.query.kind) ? route.query.kind : "";
    useTitle("Sources");
    const pages = usePages(address("/api/sources", { kind, limit: 100 }), "sources");
    return html`<h1>Sources</h1>
        <${Shares} />
        <p class="choice" role="group" aria-label="Kind of source">${CHOICES.map(([k, name]) => html`<button aria-pressed=${k === kind}
            onClick=${() => go(link(["sources"], { kind: k }))}>${name}</button>`)}</p>
        <div aria-live="polite"><${Answer} of=${pages}>${({ rows }) => html`<${Table} rows=${rows} />
            <${More} pages=${pages} /><${Exports} name="sources" rows=${() => rows} json=${rows} />`}<//></div>`;
}

/* How much of all that is claimed has a source with a name. */
function Shares() {
    const all = useAnswer("/api/sources?limit=1000");
    const shares = useMemo(() => {
        const rows = all.data?.sources ?? [];
        const sum = (of) => rows.filter(of).reduce((n, r) => n + r.claims, 0);
        return { named: sum((r) => r.named === "yes"), all: sum(() => true) };
    }, [all.data]);
    if (!shares.all) return null;
    const part = Math.round((100 * shares.named) / shares.all);
    return html`<p class="lead">${count(shares.all, "claim")}: ${part} of 100 by somebody with a name or a word for it,
        ${" "}${100 - part} by sources that are kept unnamed or not told.</p>`;
}

function Table({ rows }) {
    const most = Math.max(1, ...rows.map((r) => r.claims));
    if (!rows.length) return html`<p>There are no sources of this kind.</p>`;
    return html`<div class="wide" role="region" tabindex="0" aria-label="Sources"><table><thead><tr><th scope="col">Source</th>
        <th scope="col">Claims</th><th scope="col"><span class="hidden">Share</span></th><th scope="col">Reports</th><th scope="col">Publishers</th>
        <th scope="col">Relayed</th><th scope="col">Answered</th><th scope="col">Denied</th><th scope="col">Days</th></tr></thead>
        <tbody>${rows.map((r) => html`<tr key=${r.speaker + r.named}><th scope="row">${r.named === "yes"
            ? html`<a href=${link(["person", r.speaker])}>${r.speaker}</a>` : html`<i>${kindWord(r.speaker) ?? r.speaker}</i>`}</th>
            <td class="number"><a href=${link(["claims"], r.named === "yes" ? { by: r.speaker } : { kind: r.speaker })}>${r.claims}</a></td>
            <td><svg class="share" width="80" height="10" aria-hidden="true"><rect width=${(80 * r.claims) / most} height="10" /></svg></td>
            ${["reports", "publishers", "via", "answered", "denied"].map((n) => html`<td class="number">${r[n] || html`<span class="none">0</span>`}</td>`)}
            <td class="days">${longRange(r.first, r.last)}</td></tr>`)}</tbody></table></div>`;
}
