// problems.js - what could not be read into the ledger, and why.
import { html } from "/base/dom.js";
import { useAnswer } from "/base/api.js";
import { longDate } from "/base/dates.js";
import { count } from "/base/words.js";
import { Exports } from "/parts/exports.js";
import { useTitle } from "/parts/frame.js";
import { Answer } from "/parts/state.js";

export function Problems() {
    const found = useAnswer("/api/problems");
    useTitle("Not read");
    return html`<h1>What could not be read</h1><${Answer} of=${found}>${({ problems }) => (problems.length
        ? html`<p class="lead">${count(problems.length, "problem")}. What stands here is in no answer of the ledger.</p>
            <ol class="list">${problems.map((p) => html`<li><b>${p.file}</b>${p.line && `, line ${p.line}`}${p.byte && `, byte ${p.byte}`}: ${p.message}
                ${" "}<small>${[longDate(p.last?.slice(0, 10)), p.times > 1 && `${p.times} times`].filter(Boolean).join(" · ")}</small></li>`)}</ol>
            <${Exports} name="problems" rows=${() => problems} json=${problems} />`
        : html`<p>Everything was read.</p>`)}<//>`;
}
