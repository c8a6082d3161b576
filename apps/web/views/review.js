// review.js - one record after another, to say of each whether it is right.
import { html, useEffect, useMemo, useState } from "/base/dom.js";
import { address, ask, useAnswer } from "/base/api.js";
import { longDate } from "/base/dates.js";
import { useKeys } from "/base/keys.js";
import { layersOf, paragraphsOf, slicer, spanOf } from "/base/lit.js";
import { go, link, linkOf } from "/base/router.js";
import { actWord, certaintyWord, kindWord, valueWords } from "/base/words.js";
import { useTitle } from "/parts/frame.js";
import { LitText } from "/parts/lit_text.js";
import { Marks } from "/parts/marks.js";
import { Said } from "/parts/said.js";

const KINDS = { claims: "Claims", events: "Events", figures: "Figures" }, MOST = 200;
const KIND_OF = { v: "event", f: "figure" };

/* Those that nobody marked, as they are now: marks that are made meanwhile do not move the list. */
function useQueue(kind) {
    const [queue, set] = useState({});
    useEffect(() => {
        set({});
        ask(address(`/api/${kind}`, { unreviewed: true, limit: MOST })).then((body) => set({ rows: body[kind], more: body.next }),
            (problem) => set({ error: problem.message }));
    }, [kind]);
    return queue;
}

export function Review({ route }) {
    const kind = KINDS[route.query.of] ? route.query.of : "claims";
    const { rows, more, error } = useQueue(kind);
    useTitle("Review");
    return html`<h1>Review</h1>
        <p class="choice" role="group" aria-label="What to review">${Object.entries(KINDS).map(([k, name]) => html`<button aria-pressed=${k === kind}
            onClick=${() => go(link(["review"], { of: k }))}>${name}</button>`)}</p>
        ${error && html`<p class="problem" role="alert">${error}</p>`}
        ${rows && (rows.length ? html`<${Queue} key=${kind} rows=${rows} more=${more} />`
            : html`<p>All of them were looked at.</p>`)}`;
}

function Queue({ rows, more }) {
    const [at, setAt] = useState(0);
    const step = (by) => setAt((i) => Math.min(rows.length, Math.max(0, i + by)));
    const row = rows[at];
    useKeys("The list", [
        { key: "ArrowRight", shown: "→", does: "leave it for later", run: () => step(1) },
        { key: "ArrowLeft", shown: "←", does: "the one before", run: () => step(-1) },
        { key: "o", shown: "o", does: "open the report there", run: () => row && go(linkOf(row.id)) },
    ]);
    return html`<div class="queue" aria-live="polite"><p class="lead"><progress max=${rows.length} value=${at} aria-label="Looked at"></progress>
        ${" "}${Math.min(at + 1, rows.length)} of ${rows.length}${more && " and more"}</p>
        ${row ? html`<${One} key=${row.id} row=${row} next=${(review) => review.verdict !== "none" && step(1)} />`
            : html`<p>This is the end of the list.</p>`}</div>`;
}

function One({ row, next }) {
    const [report, of] = row.id.split(":");
    const record = useAnswer(`/api/reports/${encodeURIComponent(report)}`);
    return html`<article class="one">
        <h2 class="name">${row.content !== undefined ? html`<${Said} claim=${row} />` : row.value !== undefined
            ? html`${valueWords(row)} ${row.of} ${row.what}` : html`${row.who} <i>${row.words}</i> ${row.whom}`}</h2>
        ${record.data && html`<${InPlace} record=${record.data} report=${report} of=${of} />`}
        <p class="facts">${[kindWord(row.kind), row.act && `act: ${actWord(row.act)}`, row.certainty && `how sure: ${certaintyWord(row.certainty)}`,
            row.via && `through ${row.via}`, row.type, row.modality, row.said_by && `says ${row.said_by}`, row.venue, row.place, longDate(row.day)]
            .filter(Boolean).join(" · ")}</p>
        <p class="facts"><a href=${linkOf(row.id)}>${row.title ?? `Report ${row.id.split(":")[0]}`}</a> ${row.publisher}</p>
        <${Marks} id=${row.id} after=${next} /></article>`;
}

/* The paragraphs in which its words stand, lit. */
function InPlace({ record, report, of }) {
    const slice = useMemo(() => slicer(record.text), [record]);
    const selected = record.claims.findIndex((c) => c.id === of);
    const claim = record.claims[selected];
    const here = claim ? null : spanOf(record, KIND_OF[of[0]], of);
    const spans = claim ? [...claim.source, ...claim.cue, ...claim.content] : here ? [[here.start, here.end]] : [];
    const paragraphs = useMemo(() => paragraphsOf(record, layersOf(record, here), slice), [record, of])
        .filter((p) => spans.some(([start, end]) => start < p.end && end > p.start));
    useEffect(() => {
        document.querySelector(".one .text .on, .one .text .here")?.scrollIntoView({ block: "nearest" });
    }, [record, of]);
    return html`<${LitText} record=${record} at=${["report", report]} paragraphs=${paragraphs} slice=${slice} selected=${selected}
        choose=${(i) => go(link(["report", report, "claim", record.claims[i].id]))} />`;
}
