// state.js - while an answer is awaited, where it failed, where there is nothing.
import { html } from "/base/dom.js";

/* The view of what came; `nothing` says what it means that nothing did. */
export function Answer({ of, children }) {
    if (of.error) return html`<p class="problem" role="alert">${of.error}</p>`;
    if (!of.data) return of.waiting ? html`<p class="waiting" role="status">Asking the ledger …</p>` : null;
    return children(of.data);
}

export function Facts({ parts }) {
    return html`<span class="facts">${parts.filter(Boolean).join(" · ")}</span>`;
}
