// differences.js - what differs and what changed, the two sides beside one another.
import { html, useMemo } from "/base/dom.js";
import { longDate } from "/base/dates.js";
import { questionWords } from "/base/words.js";
import { Exports } from "./exports.js";
import { Fold } from "./fold.js";
import { answerWords, linkOfAnswer } from "./matrix.js";

const KINDS = { contradicted: "contradicts", revised: "the same source, later:", superseded: "no longer said once there was",
    differs: "differs from; nothing tells why", holds: "goes with", scope: "is of something else than",
    denied: "is denied by", spelling: "seems to be the same name as" };
const FEW = 3;
const ORDER = ["contradicted", "denied", "revised", "superseded", "differs", "spelling"];

/* Of one answer, all that stand against it in one way are one row: [{question, kind, a: {words, said: []}, others: [like a]}]. */
function rowsOf(links) {
    const rows = new Map();
    for (const { kind, question, a, b } of links) {
        if (!ORDER.includes(kind)) continue;
        const words = [answerWords({ ...a, question }), answerWords({ ...b, question })];
        const key = [question, kind, words[0]].join("\n");
        const row = rows.get(key) ?? { question, kind, a: { words: words[0], said: [] }, others: [] };
        rows.set(key, row);
        let other = row.others.find((o) => o.words === words[1]);
        if (!other) row.others.push(other = { words: words[1], said: [] });
        for (const [side, one] of [[row.a, a], [other, b]])
            if (!side.said.some((s) => s.report === one.report && `${s.span}` === `${one.span}`)) side.said.push(one);
    }
    return [...rows.values()].sort((x, y) => ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind));
}

function Side({ side }) {
    return html`<div class="side"><b>${side.words}</b><ul>${side.said.map((s) => html`<li><a href=${linkOfAnswer(s)}>
        ${s.speaker ?? "the report itself"}</a> <small>${[s.publisher, longDate(s.date)].filter(Boolean).join(", ")}</small></li>`)}
    </ul></div>`;
}

function Rows({ rows }) {
    return html`<ul class="sides">${rows.map((r) => html`<li>
        <${Side} side=${r.a} /><span class="how">${KINDS[r.kind]}</span>
        <div>${r.others.map((o) => html`<${Side} side=${o} />`)}</div></li>`)}</ul>`;
}

/* What nothing explains stands behind what is known, and apart where it is much. */
function OfQuestion({ question, rows }) {
    const vague = rows.filter((r) => r.kind === "differs"), known = rows.filter((r) => r.kind !== "differs");
    const apart = vague.length > FEW;
    return html`<h3 class="minor">${questionWords(question)}</h3><${Rows} rows=${apart ? known : rows} />
        ${apart && html`<${Fold} title=${`${vague.length} that differ from others, and nothing tells why`}>${() => html`
            <${Rows} rows=${vague} />`}<//>`}`;
}

export function Differences({ data }) {
    const rows = useMemo(() => rowsOf(data.links), [data]);
    const questions = [...new Set(rows.map((r) => r.question))];
    if (!rows.length) return html`<p>Nothing that the reports answer is at odds.</p>`;
    return html`${questions.map((question) => html`
        <${OfQuestion} key=${question} question=${question} rows=${rows.filter((r) => r.question === question)} />`)}
        <${Exports} name=${`story-${data.story}-differences`} json=${data.links} rows=${() => data.links.map((l) => ({
            question: l.question, kind: l.kind, a: answerWords({ ...l.a, question: l.question }), a_by: l.a.speaker, a_report: l.a.report,
            b: answerWords({ ...l.b, question: l.question }), b_by: l.b.speaker, b_report: l.b.report }))} />`;
}
