// add.js - reads files that are dropped, a text that is pasted, a page at an address. Nothing of it is kept.
import { html, useRef, useState } from "/base/dom.js";
import { addAddress, addFiles, addText, useReadings } from "/base/readings.js";
import { link } from "/base/router.js";
import { count } from "/base/words.js";
import { useTitle } from "/parts/frame.js";
import { Reading } from "/parts/reading.js";

export function Add() {
    const readings = useReadings();
    useTitle("Read");
    return html`<h1>Read a report</h1>
        <p class="lead">What is read here is shown and not kept. <code>legomena add</code> keeps reports in the ledger.</p>
        <${Progress} readings=${readings} />
        <div class="columns"><div><${Drop} /><${Address} /></div><${Paste} /></div>`;
}

function Drop() {
    const [over, setOver] = useState(false);
    const input = useRef();
    const dropped = (event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        addFiles([...event.dataTransfer.files]);
    };
    const dragged = (event) => {
        event.preventDefault();
        setOver(true);
    };
    return html`<section aria-labelledby="drop-title"><h2 id="drop-title">Files</h2>
        <div class=${over ? "drop over" : "drop"} onDragOver=${dragged} onDragLeave=${() => setOver(false)} onDrop=${dropped}>
            <p>Drop texts, pages, PDF files, mail or feeds here</p>
            <label class="button" for="files">Choose files</label>
            <input id="files" class="hidden" ref=${input} type="file" multiple
                onChange=${() => { addFiles([...input.current.files]); input.current.value = ""; }} />
        </div></section>`;
}

function Address() {
    const submit = (event) => {
        event.preventDefault();
        addAddress(new FormData(event.target).get("address").trim());
        event.target.reset();
    };
    return html`<section aria-labelledby="address-title"><h2 id="address-title">A page</h2><form class="line" onSubmit=${submit}>
        <label class="hidden" for="address">Address</label><input id="address" name="address" type="text" inputmode="url" required
            pattern="https?://.+" placeholder="https://" title="An address that begins with http:// or https://" autocomplete="off" />
        <button>Read</button></form></section>`;
}

function Paste() {
    const submit = (event) => {
        event.preventDefault();
        const { text, ...known } = Object.fromEntries(new FormData(event.target));
        addText(text, Object.fromEntries(Object.entries(known).filter(([, value]) => value)));
        event.target.reset();
    };
    return html`<section aria-labelledby="paste-title"><h2 id="paste-title">A text</h2><form onSubmit=${submit}>
        <label for="text">Text</label><textarea id="text" name="text" rows="8" required></textarea>
        <div class="fields"><div class="field"><label for="title">Headline</label><input id="title" name="title" type="text" autocomplete="off" /></div>
        <div class="field"><label for="date">Published</label><input id="date" name="date" type="date" /></div></div>
        <p><button>Read</button></p></form></section>`;
}

const STATES = { waiting: "waits", reading: "is being read", read: "read", failed: "failed" };

function Progress({ readings }) {
    if (!readings.length) return null;
    const done = readings.filter((r) => r.state === "read" || r.state === "failed").length;
    return html`<section aria-labelledby="read-title"><h2 id="read-title">Read here</h2>
        <p class="lead" role="status"><progress max=${readings.length} value=${done} aria-label="Read"></progress> ${done} of
            ${" "}${count(readings.length, "report")}</p>
        <ol class="list">${[...readings].reverse().map((r) => html`<li key=${r.n}>${r.state === "read"
            ? html`<h3><a href=${link(["read", r.n])}>${r.record.title ?? r.name}</a></h3>` : html`<h3>${r.name}</h3>`}
            <span class="facts">${r.error ?? (r.record ? count(r.record.claims.length, "claim") : STATES[r.state])}</span></li>`)}</ol></section>`;
}

/* One of what was read here. */
export function Read({ route }) {
    const [n, kind, of] = route.parts;
    const reading = useReadings()[n - 1];
    const title = reading?.record?.title ?? reading?.name ?? "Not read";
    useTitle(title);
    if (!reading?.record) return html`<h1>It is not here any more</h1>
        <p>What was read without being kept goes when the page is loaded again. <a href="#/add">Read it again</a>.</p>`;
    return html`<${Reading} record=${reading.record} at=${["read", n]} title=${title} kind=${kind} of=${of}
        head=${html`<p class="facts">It is not kept in the ledger. <a href="#/add">All that was read here</a></p>`} />`;
}
