// marks.js - what people say of a record: right, wrong and how it should be, a note; by a key each.
import { html, useEffect, useRef, useState } from "/base/dom.js";
import { address, send, useAnswer } from "/base/api.js";
import { longDate } from "/base/dates.js";
import { useKeys } from "/base/keys.js";

const FIELDS = {
    c: ["speaker", "source", "cue", "content", "act", "certainty", "via", "venue", "said", "parent", "speaker_kind"],
    v: ["trigger", "plover", "agents", "patients", "place", "time", "modality", "polarity"], f: ["value", "relation", "of", "unit", "what"],
};
const VERDICTS = { right: "right", wrong: "wrong", note: "noted", withdrawn: "withdrawn" };

function List({ marks }) {
    return marks.length > 0 && html`<ul class="marks">${marks.map((m) => html`<li>
        <b class=${m.verdict}>${VERDICTS[m.verdict] ?? m.verdict}</b>${m.field && `: ${m.field}`}${m.correction && ` should be “${m.correction}”`}
        ${m.note && ` “${m.note}”`} <small>${[m.reviewer, longDate(m.day), m.fit !== "same" && "read otherwise since"]
            .filter(Boolean).join(", ")}</small></li>`)}</ul>`;
}

function Form({ id, verdict, save, close }) {
    const first = useRef();
    useEffect(() => first.current.focus(), [verdict]);
    const kind = /:([a-z])/.exec(id)?.[1];
    const submit = (event) => {
        event.preventDefault();
        const filled = [...new FormData(event.target)].filter(([, value]) => value.trim());
        save({ verdict, ...Object.fromEntries(filled) });
    };
    const leave = (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
    };
    return html`<form class="mark" onSubmit=${submit} onKeyDown=${leave} aria-label=${verdict === "wrong" ? "What is wrong" : "A note"}>
        ${verdict === "wrong" && html`<label>What is wrong <select name="field" ref=${first}><option value="">all of it</option>
            ${(FIELDS[kind] ?? []).map((f) => html`<option value=${f}>${f.replaceAll("_", " ")}</option>`)}</select></label>
        <label>It should be <input type="text" name="correction" autocomplete="off" /></label>`}
        <label>Note <input type="text" name="note" autocomplete="off" required=${verdict === "note"}
            ref=${verdict === "note" ? first : null} /></label>
        <p><button>Keep</button> <button type="button" class="plain" onClick=${close}>Leave</button></p>
    </form>`;
}

/* id: "12:c7". after: called when a mark was kept. */
export function Marks({ id, after }) {
    const [form, setForm] = useState(null);
    const [said, setSaid] = useState("");
    const answer = useAnswer(address("/api/reviews", { in: id.split(":")[0], limit: 1000 }));
    const marks = (answer.data?.reviews ?? []).filter((m) => m.id === id);
    const save = async (review) => {
        try {
            await send("/api/reviews", JSON.stringify({ id, ...review }));
            setForm(null);
            setSaid(review.verdict === "none" ? "taken back" : `kept: ${VERDICTS[review.verdict]}`);
            after?.(review);
        } catch (problem) {
            setSaid(problem.message);
        }
    };
    useKeys("Review", [
        { key: "r", shown: "r", does: "it is right", run: () => save({ verdict: "right" }) },
        { key: "w", shown: "w", does: "it is wrong", run: () => setForm("wrong") },
        { key: "n", shown: "n", does: "a note", run: () => setForm("note") },
        { key: "u", shown: "u", does: "take back what you said", run: () => save({ verdict: "none" }) },
    ]);
    return html`<div class="review" role="group" aria-label="Review">
        <${List} marks=${marks} />
        ${form ? html`<${Form} id=${id} verdict=${form} save=${save} close=${() => setForm(null)} />` : html`<p class="choice">
            <button onClick=${() => save({ verdict: "right" })}>Right <kbd>r</kbd></button>
            <button onClick=${() => setForm("wrong")}>Wrong <kbd>w</kbd></button>
            <button onClick=${() => setForm("note")}>Note <kbd>n</kbd></button></p>`}
        <p class="hint" role="status">${said}</p></div>`;
}
