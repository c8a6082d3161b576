// lit_text.js - the text with claims lit up. Without colour too: a source is bold, a cue italic, what is said stands on a
// tint and within rules, a claim within another on a deeper one, quoted words are underlined, own voice has a sign before it.
import { html, useMemo } from "/base/dom.js";
import { link } from "/base/router.js";

export const SIGNS = { "≡": "repeated elsewhere", "≠": "contradicted", "∗": "only here" };

function ClaimNumber({ record, at, i, on }) {
    const claim = record.claims[i];
    return html`<a class=${on ? "n on" : "n"} id=${`n-${claim.id}`} href=${link([...at, "claim", claim.id])}
        aria-current=${on ? "true" : null} aria-label=${`Claim ${i + 1}`}>${i + 1}</a>`;
}

function Stretch({ words, stretch, selected }) {
    const roles = new Set(stretch.layers.map((l) => l.role));
    const claims = stretch.layers.filter((l) => l.role === "content").map((l) => l.claim);
    const all = [...new Set(stretch.layers.map((l) => l.claim).filter((c) => c !== undefined))];
    let inner = words;
    if (roles.has("quoted")) inner = html`<u>${inner}</u>`;
    if (roles.has("cue")) inner = html`<i class="cue">${inner}</i>`;
    if (roles.has("source")) inner = html`<b class="source">${inner}</b>`;
    if (roles.has("here")) inner = html`<span class="here" id="here">${inner}</span>`;
    const classes = [claims.length > 1 ? "deep" : "", all.includes(selected) ? "on" : ""].filter(Boolean).join(" ");
    if (claims.length) return html`<mark class=${classes} data-claims=${all.join(" ")}>${inner}</mark>`;
    if (all.length) return html`<span class=${classes} data-claims=${all.join(" ")}>${inner}</span>`;
    if (roles.has("own")) return html`<span class="own">${inner}</span>`;
    return inner;
}

/* The sign stands once, where own voice begins. */
function opensOwn(stretch) {
    return stretch.layers.some((l) => l.role === "own" && l.start === stretch.start);
}

/* What is known of the sentence that ends here. */
function Ends({ stretch }) {
    return stretch.layers.filter((l) => l.role === "sentence" && l.end === stretch.end).flatMap((l) => l.marks).map((m) => (m.to
        ? html`<a class=${m.sign === "≠" ? "end odds" : "end"} href=${m.to} title=${m.says} aria-label=${`${SIGNS[m.sign]}: ${m.says}`}>${m.sign}</a>`
        : html`<span class="end" role="img" title=${m.says} aria-label=${m.says}>${m.sign}</span>`));
}

export function LitText({ record, at, paragraphs, slice, selected, choose }) {
    const under = (event) => event.target.closest?.("[data-claims]")?.dataset.claims.split(" ").map(Number);
    const drawn = useDrawn(record, at, paragraphs, slice);
    const clicked = (event) => {
        const claims = under(event);
        if (claims && !event.target.closest("a")) choose(innermost(record, claims, selected));
    };
    // The claim under the mouse shows itself, its source and cue with it; the card stays.
    const over = (event) => {
        const text = event.currentTarget, claims = under(event);
        text.querySelectorAll(".over").forEach((element) => element.classList.remove("over"));
        if (claims) text.querySelectorAll(`[data-claims~="${innermost(record, claims)}"]`).forEach((e) => e.classList.add("over"));
    };
    return html`<div class="text" onClick=${clicked} onMouseOver=${over}>${paragraphs.map((p) => drawn(p, has(p, selected) ? selected : -1))}</div>`;
}

const has = (p, claim) => p.stretches.some((s) => s.layers.some((l) => l.claim === claim));

/* Paragraphs as they were drawn: one that has not changed is not drawn again, or a step in a long text would take long. */
function useDrawn(record, at, paragraphs, slice) {
    const kept = useMemo(() => new Map(), [record, paragraphs]);
    return (p, selected) => {
        const before = kept.get(p);
        if (before?.selected === selected) return before.element;
        const element = html`<${Paragraph} key=${p.start} p=${p} record=${record} at=${at} slice=${slice} selected=${selected} />`;
        kept.set(p, { selected, element });
        return element;
    };
}

function Paragraph({ p, record, at, slice, selected }) {
    const inner = p.stretches.map((stretch) => html`${opensOwn(stretch)
        && html`<span class="sign" role="img" aria-label="The report itself: ">◇</span>`}${stretch.opens.map((i) => html`
        <${ClaimNumber} record=${record} at=${at} i=${i} on=${i === selected} />`)}<${Stretch}
        words=${slice(stretch.start, stretch.end)} stretch=${stretch} selected=${selected} /><${Ends} stretch=${stretch} />`);
    return p.kind === "heading" ? html`<h2>${inner}</h2>` : html`<p>${inner}</p>`;
}

/* The claim that says least: the one within the others. A second click goes one further out. */
function innermost(record, claims, selected) {
    const size = (i) => record.claims[i].content.reduce((n, [start, end]) => n + end - start, 0);
    const sorted = [...claims].sort((a, b) => size(a) - size(b));
    const at = sorted.indexOf(selected);
    return sorted[(at + 1) % sorted.length];
}
