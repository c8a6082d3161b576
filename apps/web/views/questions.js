// questions.js - claims, events, figures: what the ledger has, by conditions that all hold.
import { html } from "/base/dom.js";
import { address, useAnswer } from "/base/api.js";
import { longDate } from "/base/dates.js";
import { link, linkOf } from "/base/router.js";
import { certaintyWord, count, coverageWords, valueWords } from "/base/words.js";
import { Conditions } from "/parts/conditions.js";
import { Exports } from "/parts/exports.js";
import { useTitle } from "/parts/frame.js";
import { More, usePages } from "/parts/pages.js";
import { Said } from "/parts/said.js";
import { Answer } from "/parts/state.js";

const QUESTIONS = {
    claims: { title: "Claims", one: "claim", first: ["text", "by", "about", "act", "kind", "since", "until"], Row: ClaimRow },
    events: { title: "Events", one: "event", first: ["text", "who", "whom", "where", "type", "since", "until"], Row: EventRow },
    figures: { title: "Figures", one: "figure", first: ["of", "where", "said-by", "text", "since", "until"], Row: FigureRow },
};

const of = (row) => [row.publisher, row.title].filter(Boolean).join(", ");

function ClaimRow({ row }) {
    const sure = row.certainty && row.certainty !== "CT+" && certaintyWord(row.certainty);
    return html`<a class="words" href=${linkOf(row.id)}><${Said} claim=${row} /></a>
        <small>${[longDate(row.day), row.via && `through ${row.via}`, row.venue, sure, of(row)].filter(Boolean).join(" · ")}</small>`;
}

function EventRow({ row }) {
    return html`<a class="words" href=${linkOf(row.id)}><b>${row.who}</b> <i>${row.words}</i> ${row.whom}</a>
        <small>${[longDate(row.day), row.place, row.modality !== "actual" && row.modality, row.type?.toLowerCase(),
            row.said_by ? `says ${row.said_by}` : "the report itself", of(row)].filter(Boolean).join(" · ")}</small>`;
}

function FigureRow({ row }) {
    const { unit, of: counted } = row;
    return html`<a class="words" href=${linkOf(row.id)}><b>${valueWords(row)}</b>${counted !== unit && ` ${counted ?? ""}`} ${row.what}</a>
        <small>${[longDate(row.day), row.place, row.scope, row.said_by ? `says ${row.said_by}` : "the report itself", of(row)]
            .filter(Boolean).join(" · ")}</small>`;
}

export function Question({ route }) {
    const { title, one, first, Row } = QUESTIONS[route.view];
    const api = useAnswer("/api");
    const pages = usePages(address(`/api/${route.view}`, { ...route.query, limit: 50 }), route.view);
    useTitle(title);
    return html`<h1>${title}</h1>
        <p class="choice">${Object.entries(QUESTIONS).map(([name, q]) => html`<a href=${link([name])}
            aria-current=${name === route.view ? "page" : null}>${q.title}</a>`)}</p>
        <${Answer} of=${api}>${(data) => html`<${Conditions} key=${JSON.stringify(route.query)} api=${data} question=${route.view} first=${first}
            query=${route.query} />`}<//>
        <div aria-live="polite"><${Answer} of=${pages}>${({ rows, coverage }) => html`
            <p class="lead">${rows.length ? `${count(rows.length, one)}${pages.next ? " and more" : ""}` : "Nothing is found"}, in
                ${" "}${coverageWords(coverage)}</p>
            <ol class="list">${rows.map((row) => html`<li key=${row.id}><${Row} row=${row} /></li>`)}</ol>
            <${More} pages=${pages} /><${Exports} name=${route.view} rows=${() => rows} json=${rows} />`}<//></div>`;
}
