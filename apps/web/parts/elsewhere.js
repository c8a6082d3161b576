// elsewhere.js - what a claim answers, who else says so in the story, and who says otherwise.
import { html } from "/base/dom.js";
import { longDate } from "/base/dates.js";
import { count, questionWords } from "/base/words.js";
import { answerWords, linkOfAnswer } from "./matrix.js";

const AGAINST = { contradicted: "otherwise:", revised: "the same source at another time:", superseded: "at another time:" };

/* Other sides of links that have this claim. */
function others(links, mine) {
    return (links ?? []).filter((l) => AGAINST[l.kind]).flatMap((l) => [[l.a, l.b], [l.b, l.a]]
        .filter(([one]) => mine(one)).map(([, other]) => ({ kind: l.kind, question: l.question, other })));
}

function Other({ one }) {
    const { kind, question, other } = one;
    return html`<li>${AGAINST[kind]} <a href=${linkOfAnswer(other)}>${answerWords({ ...other, question })}</a>${" "}
        <small>${[other.speaker ?? "the report itself", other.publisher, longDate(other.date)].filter(Boolean).join(", ")}</small></li>`;
}

export function Elsewhere({ accounts, report, claim }) {
    const mine = (said) => String(said.report) === report && said.claim === claim.id;
    const answered = accounts.accounts.filter((a) => !a.aside && a.said.some(mine));
    const against = others(accounts.links, mine);
    if (!answered.length) return null;
    return html`<div class="elsewhere"><h3 class="minor">In the story</h3><ul>${answered.map((a) => {
        const n = a.reports - 1;
        return html`<li>${questionWords(a.question)}: <b>${answerWords(a)}</b> <small>${n > 0 ? `${count(n, "other report")} ${n === 1
            ? "has" : "have"} it` : "only here"}</small>
            <ul>${against.filter((o) => o.question === a.question).slice(0, 6).map((o) => html`<${Other} one=${o} />`)}</ul></li>`;
    })}</ul></div>`;
}
