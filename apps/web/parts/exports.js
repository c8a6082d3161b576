// exports.js - the ways to take along what is shown.
import { html } from "/base/dom.js";
import { saveCanvas, saveCsv, saveJson, savePng, saveSvg } from "/base/export.js";

/* rows: for CSV; json: what the server answered; picture: gives the svg or the canvas of it. */
export function Exports({ name, rows, json, picture }) {
    const draw = (svg, canvas) => () => {
        const at = picture();
        if (at instanceof HTMLCanvasElement) canvas(name, at);
        else if (at) svg(name, at);
    };
    const svgs = picture && picture.svg !== false;
    return html`<p class="exports">Save as${" "}
        ${rows && html`<button class="plain" onClick=${() => saveCsv(name, rows())}>CSV</button>`}
        ${json && html`<button class="plain" onClick=${() => saveJson(name, json)}>JSON</button>`}
        ${svgs && html`<button class="plain" onClick=${draw(saveSvg)}>SVG</button>`}
        ${picture && html`<button class="plain" onClick=${draw(savePng, saveCanvas)}>PNG</button>`}</p>`;
}
