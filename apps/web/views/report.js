// report.js - a report: its text with claims lit up, and beside it the claim one stands at.
import { html, useEffect, useMemo } from "/base/dom.js";
import { useAnswer } from "/base/api.js";
import { longDate } from "/base/dates.js";
import { useKeys } from "/base/keys.js";
import { layersOf, paragraphsOf, slicer, spanOf } from "/base/lit.js";
import { goWithin, link, outside } from "/base/router.js";
import { count } from "/base/words.js";
import { ClaimCard } from "/parts/claim_card.js";
import { useTitle } from "/parts/frame.js";
import { LitText } from "/parts/lit_text.js";
import { Answer, Facts } from "/parts/state.js";

export function Report({ route }) {
    const [id, kind, of] = route.parts;
    const record = useAnswer(id && `/api/reports/${encodeURIComponent(id)}`);
    return html`<${Answer} of=${record}>${(data) => html`<${Shown} id=${id} record=${data} kind=${kind} of=${of} />`}<//>`;
}

function Head({ record, id }) {
    const url = outside(record.url);
    return html`<header class="report">
        <h1>${record.title ?? `Report ${id}`}</h1>
        <${Facts} parts=${[record.publisher, longDate(record.published ?? record.date), record.byline, record.agency,
            count(record.claims.length, "claim")]} />
        ${url && html` · <a href=${url} rel="noreferrer noopener">where it stood</a>`}
        <p class="legend" aria-label="How the text is marked"><b class="source">source</b>, <i class="cue">cue</i>,${" "}
            <mark>what is said</mark>, <mark><mark class="deep">within it</mark></mark>, <mark><u>quoted</u></mark>,${" "}
            <span class="sign" aria-hidden="true">◇</span>the report itself</p>
    </header>`;
}

/* Claims in the order in which one meets them. */
function useWalk(record, id, selected) {
    const order = useMemo(() => record.claims.map((c, i) => [c.content[0]?.[0] ?? 0, i])
        .sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, i]) => i), [record]);
    const to = (i) => goWithin(link(["report", id, "claim", record.claims[i].id]));
    const step = (by) => {
        if (!order.length) return;
        const at = order.indexOf(selected);
        to(order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length]);
    };
    useKeys("A report", [
        { key: "ArrowRight", shown: "→", does: "next claim", run: () => step(1) },
        { key: "ArrowLeft", shown: "←", does: "claim before", run: () => step(-1) },
        { key: "Escape", shown: "Esc", does: "no claim", run: () => goWithin(link(["report", id])) },
    ]);
    return to;
}

function Aside({ record, id, slice, claim }) {
    return html`<aside aria-live="polite" aria-label="The claim" class=${claim ? "has" : ""}>${claim
        ? html`<${ClaimCard} record=${record} report=${id} slice=${slice} claim=${claim} />`
        : html`<p class="hint">${record.claims.length
            ? html`Choose a number in the text, or walk with <kbd>←</kbd> <kbd>→</kbd>.`
            : "Nobody claims anything in this report: all of it is its own voice."}</p>`}
    </aside>`;
}

function Shown({ id, record, kind, of }) {
    const slice = useMemo(() => slicer(record.text), [record]);
    const here = useMemo(() => spanOf(record, kind, of), [record, kind, of]);
    const paragraphs = useMemo(() => paragraphsOf(record, layersOf(record, here), slice), [record, here]);
    const selected = kind === "claim" ? record.claims.findIndex((c) => c.id === of) : -1;
    const choose = useWalk(record, id, selected);
    useTitle(record.title ?? `Report ${id}`);
    useEffect(() => {
        const at = document.getElementById(selected >= 0 ? `n-${of}` : "here");
        at?.scrollIntoView({ block: "nearest" });
        if (at && document.activeElement?.classList.contains("n")) at.focus({ preventScroll: true });
    }, [record, kind, of]);
    return html`<article><${Head} record=${record} id=${id} />
        <div class="reading">
            <${LitText} record=${record} report=${id} paragraphs=${paragraphs} slice=${slice} selected=${selected}
                choose=${choose} />
            <${Aside} record=${record} id=${id} slice=${slice} claim=${record.claims[selected]} />
        </div>
        <section class="all" aria-labelledby="all-claims"><h2 id="all-claims">All claims of the report</h2>
            <ol class="list">${record.claims.map((claim) => html`<li key=${claim.id}>
                <a href=${link(["report", id, "claim", claim.id])}><${Said} record=${record} slice=${slice} claim=${claim} /></a></li>`)}
            </ol>
        </section>
    </article>`;
}

function Said({ record, slice, claim }) {
    const words = (spans) => spans.map(([start, end]) => slice(start, end)).join(" … ");
    const speaker = record.entities.find((e) => e.id === claim.speaker)?.name ?? words(claim.source);
    return html`<b>${speaker || "A source that is not told"}</b> <i class="cue">${words(claim.cue)}</i> ${words(claim.content)}`;
}
