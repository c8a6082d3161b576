// fold.js - what is long and seldom wanted: drawn when it is opened.
import { html, useState } from "/base/dom.js";

/* children: a function that gives what is within. */
export function Fold({ title, children }) {
    const [open, setOpen] = useState(false);
    return html`<details onToggle=${(event) => setOpen(event.target.open)}><summary>${title}</summary>${open && children()}</details>`;
}
