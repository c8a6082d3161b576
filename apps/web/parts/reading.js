// reading.js - a record as one reads it: the text with claims lit up, and beside it the claim one stands at.
import { html, useEffect, useMemo } from "/base/dom.js";
import { longDate } from "/base/dates.js";
import { useKeys } from "/base/keys.js";
import { layersOf, paragraphsOf, slicer, spanOf } from "/base/lit.js";
import { goWithin, link, outside } from "/base/router.js";
import { count } from "/base/words.js";
import { ClaimCard, speakerName, spansText } from "./claim_card.js";
import { LitText, SIGNS } from "./lit_text.js";
import { Facts } from "./state.js";

function Head({ record, title, signs, children }) {
    const url = outside(record.url);
    return html`<header class="report">
        <h1>${title}</h1>
        <${Facts} parts=${[record.publisher, longDate(record.published ?? record.date), record.byline, record.agency,
            count(record.claims.length, "claim")]} />
        ${url && html` · <a class="facts" href=${url} rel="noreferrer noopener">where it stood</a>`}
        ${children}
        <p class="legend" aria-label="How the text is marked"><b class="source">source</b>, <i class="cue">cue</i>,${" "}
            <mark>what is said</mark>, <mark><mark class="deep">within it</mark></mark>, <mark><u>quoted</u></mark>,${" "}
            <span class="sign" aria-hidden="true">◇</span>the report itself${signs && Object.entries(SIGNS).map(([sign, says]) => html`,
            <span class="end" aria-hidden="true">${sign}</span> ${says}`)}</p>
    </header>`;
}

/* Claims in the order in which one meets them. */
function useWalk(record, at, selected) {
    const order = useMemo(() => record.claims.map((c, i) => [c.content[0]?.[0] ?? 0, i])
        .sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, i]) => i), [record]);
    const to = (i) => goWithin(link([...at, "claim", record.claims[i].id]));
    const step = (by) => {
        if (!order.length) return;
        const now = order.indexOf(selected);
        to(order[now < 0 ? (by > 0 ? 0 : order.length - 1) : (now + by + order.length) % order.length]);
    };
    useKeys("A report", [
        { key: "ArrowRight", shown: "→", does: "next claim", run: () => step(1) },
        { key: "ArrowLeft", shown: "←", does: "claim before", run: () => step(-1) },
        { key: "Escape", shown: "Esc", does: "no claim", run: () => goWithin(link(at)) },
    ]);
    return to;
}

function Aside({ record, at, slice, claim, children }) {
    return html`<aside aria-live="polite" aria-label="The claim" class=${claim ? "has" : ""}>${claim
        ? html`<${ClaimCard} record=${record} at=${at} slice=${slice} claim=${claim}>${children}<//>`
        : html`<p class="hint">${record.claims.length
            ? html`Choose a number in the text, or walk with <kbd>←</kbd> <kbd>→</kbd>.`
            : "Nobody claims anything in this report: all of it is its own voice."}</p>`}
    </aside>`;
}

function All({ record, at, slice }) {
    return html`<section class="all" aria-labelledby="all-claims"><h2 id="all-claims">All claims of the report</h2>
        <ol class="list">${record.claims.map((claim, i) => html`<li key=${claim.id}><a href=${link([...at, "claim", claim.id])}>
            ${i + 1}. <b>${speakerName(record, slice, claim)}</b> <i class="cue">${spansText(slice, claim.cue)}</i>${" "}
            ${spansText(slice, claim.content)}</a></li>`)}</ol></section>`;
}

const NONE = [];

/* at: the address of the record, ["report", "12"]; kind and of: what of it is meant, "claim" and "c7"; head: stands below the
   facts; beside(claim): below the card; marks: more layers over the text. */
export function Reading({ record, at, title, kind, of, head, beside, marks = NONE }) {
    const slice = useMemo(() => slicer(record.text), [record]);
    const here = useMemo(() => spanOf(record, kind, of), [record, kind, of]);
    const paragraphs = useMemo(() => paragraphsOf(record, [...layersOf(record, here), ...marks], slice), [record, here, marks]);
    const selected = kind === "claim" ? record.claims.findIndex((c) => c.id === of) : -1;
    const choose = useWalk(record, at, selected);
    useEffect(() => {
        const shown = document.getElementById(selected >= 0 ? `n-${of}` : "here");
        shown?.scrollIntoView({ block: "nearest" });
        if (shown && document.activeElement?.classList.contains("n")) shown.focus({ preventScroll: true });
    }, [record, kind, of, Boolean(head), marks.length > 0]); // what comes later moves the text
    const claim = record.claims[selected];
    return html`<article><${Head} record=${record} title=${title} signs=${marks.length > 0}>${head}<//>
        <div class="reading">
            <${LitText} record=${record} at=${at} paragraphs=${paragraphs} slice=${slice} selected=${selected} choose=${choose} />
            <${Aside} record=${record} at=${at} slice=${slice} claim=${claim}>${claim && beside?.(claim)}<//>
        </div>
        ${record.claims.length > 0 && html`<${All} record=${record} at=${at} slice=${slice} />`}
    </article>`;
}
