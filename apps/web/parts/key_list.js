// key_list.js - the keys of the view that is shown, in a dialog.
import { html, useEffect, useRef } from "/base/dom.js";
import { keyGroups } from "/base/keys.js";

export function KeyList({ close }) {
    const dialog = useRef();
    useEffect(() => dialog.current.showModal(), []);
    return html`<dialog ref=${dialog} onClose=${close} aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        ${keyGroups().reverse().map((group) => html`
            <h3>${group.title}</h3>
            <dl class="keys">${group.keys.filter((k) => k.shown).map((k) => html`
                <div><dt><kbd>${k.shown}</kbd></dt><dd>${k.does}</dd></div>`)}
            </dl>`)}
        <form method="dialog"><button>Close</button></form>
    </dialog>`;
}
