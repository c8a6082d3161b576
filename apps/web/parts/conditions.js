// conditions.js - the conditions of a question as a form, made of the document of the API: what the command takes.
import { html } from "/base/dom.js";
import { go, link } from "/base/router.js";

const SHARED = new Set(["limit", "cursor", "reverse", "redact"]);

export function conditionsOf(api, question) {
    return api.paths[`/api/${question}`].get.parameters.filter((p) => p.name && !SHARED.has(p.name));
}

function Field({ of, value }) {
    const id = `condition-${of.name}`;
    const label = html`<label for=${id}>${of.name.replaceAll("-", " ")}</label>`;
    const help = html`<small id=${`${id}-help`}>${of.description}</small>`;
    const shared = { id, name: of.name, "aria-describedby": `${id}-help` };
    if (of.schema.type === "boolean")
        return html`<div class="field switch"><input type="checkbox" ...${shared} value="true" checked=${value === "true"} />${label}${help}</div>`;
    if (of.schema.enum)
        return html`<div class="field">${label}<select ...${shared} value=${value ?? ""}><option value="">any</option>
            ${of.schema.enum.map((word) => html`<option value=${word}>${word.replaceAll("_", " ")}</option>`)}</select>${help}</div>`;
    const day = of.schema.pattern?.includes("today");
    return html`<div class="field">${label}<input type="text" ...${shared} value=${value ?? ""} autocomplete="off"
        placeholder=${day ? "2024, 2024-05, 2024-05-24" : null} pattern=${of.schema.pattern} />${help}</div>`;
}

/* first: names of those that stand before the others. */
export function Conditions({ api, question, first, query }) {
    const all = conditionsOf(api, question);
    const [near, far] = [all.filter((p) => first.includes(p.name)), all.filter((p) => !first.includes(p.name))];
    near.sort((a, b) => first.indexOf(a.name) - first.indexOf(b.name));
    const asked = (event) => {
        event.preventDefault();
        const fields = new FormData(event.target.form ?? event.target);
        go(link([question], Object.fromEntries([...fields].filter(([, value]) => value.trim()))));
    };
    const field = (p) => html`<${Field} key=${p.name} of=${p} value=${query[p.name]} />`;
    return html`<form class="conditions" aria-label="Conditions" onSubmit=${asked}>
        <div class="fields">${near.map(field)}</div>
        <details open=${far.some((p) => query[p.name])}><summary>More conditions</summary><div class="fields">${far.map(field)}</div></details>
        <p><button>Ask</button> <a href=${link([question])}>No conditions</a></p>
    </form>`;
}
