// matrix.js - who answers what: a row a question, a column a publisher or a speaker, in each cell the answers, which lead
// to the words.
import { html, useMemo, useState } from "/base/dom.js";
import { longDate } from "/base/dates.js";
import { link } from "/base/router.js";
import { questionWords, valueWords } from "/base/words.js";
import { Exports } from "./exports.js";

const OWN = "the report itself", UNNAMED = "no publisher";
const AT_ODDS = new Set(["contradicted", "denied", "differs"]);

/* Where the words of an answer stand. */
export function linkOfAnswer(said) {
    return said.claim ? link(["report", said.report, "claim", said.claim])
        : link(["report", said.report, "at", said.span.join("-")]);
}

export function answerWords(said) {
    const words = said.question === "when" ? longDate(said.value) ?? "a day that is not told" : valueWords(said);
    return said.stance === "denies" ? `denied: ${words}` : said.stance === "doubts" ? `doubted: ${words}` : words;
}

const BY = { publisher: (said) => said.publisher ?? UNNAMED, speaker: (said) => said.speaker ?? OWN };

/* Pairs of report and span that another answer contradicts. */
function atOdds(links) {
    const at = new Set();
    for (const one of links ?? [])
        if (AT_ODDS.has(one.kind))
            for (const side of [one.a, one.b]) at.add(`${side.question} ${side.report} ${side.span}`);
    return at;
}

/* {columns, rows: [{question, cells: Map(column -> Map(answer -> [said]))}]}; who answers most comes first. What an account
   has joined stands under one answer, so that columns can be compared. */
export function matrixOf(accounts, by) {
    const rows = new Map(), weight = new Map();
    for (const account of accounts)
        for (const said of account.said) {
            if (account.aside) continue;
            const column = BY[by](said), words = answerWords({ ...account, stance: said.stance });
            const cells = rows.get(account.question) ?? new Map();
            const cell = cells.get(column) ?? new Map();
            cell.set(words, [...(cell.get(words) ?? []), said]);
            cells.set(column, cell);
            rows.set(account.question, cells);
            weight.set(column, (weight.get(column) ?? 0) + 1);
        }
    const columns = [...weight].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
    const all = accounts.flatMap((a) => a.said);
    const copies = new Set(columns.filter((c) => all.every((s) => s.copy || BY[by](s) !== c)));
    return { columns, copies, rows: [...rows].map(([question, cells]) => ({ question, cells })) };
}

/* "The navy" begins a sentence, "the navy" does not. */
const once = (names) => [...new Map(names.map((name) => [name.toLowerCase(), name]).reverse()).values()].reverse();

function Cell({ answers, by, odds, question }) {
    if (!answers) return html`<td></td>`;
    return html`<td>${[...answers].map(([words, said]) => {
        const own = said.map((s) => answerWords({ ...s, question })).filter((w) => typeof said[0].value === "number" && w !== words);
        const others = once([...own, ...said.map((s) => (by === "publisher" ? s.speaker : s.publisher)).filter(Boolean)]);
        const differs = said.some((s) => odds.has(`${question} ${s.report} ${s.span}`));
        return html`<div class="answer"><a href=${linkOfAnswer(said[0])}>${words}</a>${differs
            && html` <span class="odds" role="img" aria-label="differs from others" title="differs from others">≠</span>`}
            ${others.length > 0 && html`<small>${others.join(", ")}</small>`}</div>`;
    })}</td>`;
}

function flat(accounts) {
    return accounts.flatMap((a) => a.said.map((s) => ({ question: a.question, answer: answerWords({ ...s, question: a.question }),
        speaker: s.speaker, publisher: s.publisher, date: s.date, report: s.report, claim: s.claim, words: s.words })));
}

export function Matrix({ data }) {
    const [by, setBy] = useState("publisher");
    const { columns, copies, rows } = useMemo(() => matrixOf(data.accounts, by), [data, by]);
    const odds = useMemo(() => atOdds(data.links), [data]);
    if (!rows.length) return html`<p>No report of the story answers a question that can be laid side by side.</p>`;
    return html`<p class="choice" role="group" aria-label="Columns">A column is a${" "}
            ${["publisher", "speaker"].map((name) => html`<button aria-pressed=${by === name}
                onClick=${() => setBy(name)}>${name}</button>`)}</p>
        <div class="wide" role="region" tabindex="0" aria-label="Who answers what">
            <table class="matrix"><thead><tr><th scope="col">Question</th>${columns.map((c) => html`
                <th scope="col" key=${c}>${c}${copies.has(c) && html` <small>copies</small>`}</th>`)}</tr></thead>
            <tbody>${rows.map(({ question, cells }) => html`<tr key=${question}><th scope="row">${questionWords(question)}</th>
                ${columns.map((c) => html`<${Cell} key=${c} answers=${cells.get(c)} by=${by} odds=${odds} question=${question} />`)}
            </tr>`)}</tbody></table>
        </div>
        <${Exports} name=${`story-${data.story}-answers`} rows=${() => flat(data.accounts)} json=${data} />`;
}
