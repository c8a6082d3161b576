// front.js - stories that moved, and the newest reports.
import { html } from "/base/dom.js";
import { useAnswer } from "/base/api.js";
import { longDate, longRange } from "/base/dates.js";
import { link } from "/base/router.js";
import { count, coverageWords } from "/base/words.js";
import { useTitle } from "/parts/frame.js";
import { Said } from "/parts/said.js";
import { Answer, Facts } from "/parts/state.js";

const STORIES = 12, REPORTS = 12;

function Story({ story }) {
    return html`<li><h3><a href=${link(["story", story.story])}>${story.headline ?? `Story ${story.story}`}</a></h3>
        <${Facts} parts=${[longRange(story.first, story.last), count(story.reports, "report"),
            story.publishers > 1 && count(story.publishers, "publisher"),
            story.copies > 0 && `${story.copies} of them copies`, story.place]} /></li>`;
}

/* The newest claims, report by report: what each said first. */
function reportsOf(claims) {
    const reports = new Map();
    for (const claim of claims) {
        const id = claim.id.split(":")[0];
        const one = reports.get(id) ?? { ...claim, report: id, n: 0, first: claim };
        one.n++;
        reports.set(id, one);
    }
    return [...reports.values()].slice(0, REPORTS);
}

function NewReport({ report }) {
    const { first } = report;
    return html`<li><h3><a href=${link(["report", report.report])}>${report.title ?? `Report ${report.report}`}</a></h3>
        <p class="deck"><${Said} claim=${first} /></p>
        <${Facts} parts=${[report.publisher, longDate(report.date), count(report.n, "claim")]} /></li>`;
}

export function Front() {
    const stories = useAnswer(`/api/stories?limit=${STORIES}`);
    const claims = useAnswer("/api/claims?limit=200");
    useTitle("Front");
    return html`<h1>Who said what</h1>
        ${claims.data && html`<p class="lead">${coverageWords(claims.data.coverage,
            longRange(claims.data.coverage.first, claims.data.coverage.last))}</p>`}
        <div class="columns">
            <section aria-labelledby="moved"><h2 id="moved">Stories that moved</h2>
                <${Answer} of=${stories}>${(data) => data.stories.length
                    ? html`<ol class="list">${data.stories.map((s) => html`<${Story} key=${s.story} story=${s} />`)}</ol>`
                    : html`<p>There are no stories yet. <code>legomena add</code> brings reports in.</p>`}<//>
            </section>
            <section aria-labelledby="newest"><h2 id="newest">Newest reports</h2>
                <${Answer} of=${claims}>${(data) => data.claims.length
                    ? html`<ol class="list">${reportsOf(data.claims).map((r) => html`
                        <${NewReport} key=${r.report} report=${r} />`)}</ol>`
                    : html`<p>No report has a claim yet.</p>`}<//>
            </section>
        </div>`;
}
