// story.js - one story: who answers what, how figures moved, what differs, when, who stands behind it, its reports.
import { html, useEffect, useMemo } from "/base/dom.js";
import { useAnswer } from "/base/api.js";
import { longDate, longRange } from "/base/dates.js";
import { link } from "/base/router.js";
import { count } from "/base/words.js";
import { Differences } from "/parts/differences.js";
import { Exports } from "/parts/exports.js";
import { FigureCharts, loadUPlot } from "/parts/figure_charts.js";
import { useTitle } from "/parts/frame.js";
import { Matrix } from "/parts/matrix.js";
import { Relays } from "/parts/relays.js";
import { Answer, Facts } from "/parts/state.js";
import { Timeline } from "/parts/timeline.js";
import { Together } from "/parts/together.js";

const PARTS = [["answers", "Who answers what"], ["figures", "Figures over time"], ["differences", "What differs"],
    ["together", "Told by several"], ["timeline", "Timeline"], ["origins", "Who stands behind it"], ["reports", "Reports"]];

export function Story({ route }) {
    const [id, part] = route.parts;
    const path = `/api/stories/${encodeURIComponent(id)}`;
    const story = useAnswer(path), accounts = useAnswer(`${path}/accounts`), origins = useAnswer(`${path}/origins`);
    const timeline = useAnswer(`/api/timeline?limit=1000&story=${encodeURIComponent(id)}`);
    const all = story.data && accounts.data && origins.data && timeline.data;
    useTitle(story.data?.headline ?? `Story ${id}`);
    useEffect(() => { loadUPlot(); }, []);
    useEffect(() => {
        if (all && part) document.getElementById(part)?.scrollIntoView();
    }, [Boolean(all), part]);
    // What came stays as it is drawn while the rest comes.
    const show = {
        answers: useMemo(() => html`<${Answer} of=${accounts}>${(data) => html`<${Matrix} data=${data} />`}<//>`, [accounts]),
        figures: useMemo(() => html`<${Answer} of=${accounts}>${(data) => html`<${FigureCharts} data=${data} />`}<//>`, [accounts]),
        differences: useMemo(() => html`<${Answer} of=${accounts}>${(data) => html`<${Differences} data=${data} />`}<//>`, [accounts]),
        together: useMemo(() => html`<${Answer} of=${story}>${(data) => html`<${Together} story=${data} />`}<//>`, [story]),
        timeline: useMemo(() => html`<${Answer} of=${timeline}>${(data) => html`<${Timeline} story=${id} data=${data} />`}<//>`, [timeline]),
        origins: useMemo(() => html`<${Answer} of=${origins}>${(data) => html`<${Answer} of=${story}>${(of) => html`
            <${Relays} story=${of} data=${data} />`}<//>`}<//>`, [origins, story]),
        reports: useMemo(() => html`<${Answer} of=${story}>${(data) => html`<${Reports} story=${data} />`}<//>`, [story]),
    };
    return html`<${Answer} of=${story}>${(data) => html`<${Head} story=${data} />`}<//>
        <nav class="parts" aria-label="Parts of the story">${PARTS.map(([name, title]) => html`
            <a href=${link(["story", id, name])} aria-current=${part === name ? "location" : null}>${title}</a>`)}</nav>
        ${PARTS.map(([name, title]) => html`<section key=${name} id=${name} aria-labelledby=${`${name}-title`}>
            <h2 id=${`${name}-title`}>${title}</h2>${show[name]}</section>`)}`;
}

function Head({ story }) {
    const c = story.coverage;
    return html`<h1>${story.headline ?? `Story ${story.story}`}</h1>
        <p class="lead">${[longRange(c.first, c.last), count(c.reports, "report"),
            c.publishers > 0 && `of ${count(c.publishers, "publisher")}`, c.copies > 0 && `${c.copies} of them copies`,
            c.left_out > 0 && `${c.left_out} left out`, c.not_read > 0 && `${c.not_read} could not be read`]
            .filter(Boolean).join(" · ")} · <a href=${link(["places"], { story: story.story })}>its places</a></p>`;
}

const HOWS = { first: "the first", like: "like another of them", version: "another version of one of them",
    merged: "came with a story that was merged", split: "came out of another story", decided: "put here by a person" };

function Reports({ story }) {
    return html`<ol class="list">${story.reports.map((r) => html`<li key=${r.report}>
        <h3><a href=${link(["report", r.report])}>${r.title ?? `Report ${r.report}`}</a></h3>
        <${Facts} parts=${[r.publisher, longDate(r.date), HOWS[r.how] ?? r.how]} />
        ${r.copy_of != null && html` · <span class="facts">a copy of <a href=${link(["report", r.copy_of])}>report
            ${" "}${r.copy_of}</a></span>`}</li>`)}</ol>
        <${Exports} name=${`story-${story.story}-reports`} rows=${() => story.reports} json=${story} />`;
}
