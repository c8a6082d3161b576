// search.js - reports with words, the words in their sentence.
import { html } from "/base/dom.js";
import { address, useAnswer } from "/base/api.js";
import { longDate } from "/base/dates.js";
import { link } from "/base/router.js";
import { wordsOf } from "/base/suggestions.js";
import { count } from "/base/words.js";
import { useTitle } from "/parts/frame.js";
import { More, usePages } from "/parts/pages.js";
import { Answer, Facts } from "/parts/state.js";

/* The words that were asked for, lit; by their beginnings, as the search has it. */
function lit(text, words) {
    const beginnings = words.split(" ").filter(Boolean);
    return text.split(/([\p{L}\p{N}]+)/u).map((part) => (
        beginnings.some((word) => part.toLowerCase().startsWith(word)) ? html`<mark>${part}</mark>` : part));
}

export function Search({ route }) {
    const text = route.query.text ?? "";
    useTitle(`“${text}”`);
    const pages = usePages(text && address("/api/search", { text, limit: 20 }), "search");
    return html`<h1>Reports with “${text}”</h1>
        <div aria-live="polite"><${Answer} of=${pages}>${({ rows, coverage }) => html`
            <p class="lead">${rows.length ? `${count(rows.length, "report")}${pages.next ? " and more" : ""}` : "Nothing is found"}
                ${" "}in ${count(coverage.reports, "report")}.</p>
            <ol class="list">${rows.map((row) => html`<li key=${row.id}>
                <h3><a href=${link(["report", row.id])}>${row.title ?? `Report ${row.id}`}</a></h3>
                <p class="deck">${lit(row.words ?? "", wordsOf(text))}</p>
                <${Facts} parts=${[row.publisher, longDate(row.date), count(row.claims, "claim")]} /></li>`)}
            </ol>`}<//></div>
        <${More} pages=${pages} />`;
}
