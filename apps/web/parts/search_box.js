// search_box.js - finds names, places and words as one types: a combobox, as ARIA has it.
import { html, useEffect, useRef, useState } from "/base/dom.js";
import { ask } from "/base/api.js";
import { go, link } from "/base/router.js";
import { known, suggest, wordsOf } from "/base/suggestions.js";

const PAUSE_MS = 120;

function Option({ option, id, active, choose }) {
    return html`<li id=${id} role="option" aria-selected=${active} class=${active ? "on" : ""}
        onMouseDown=${(event) => event.preventDefault()} onClick=${() => choose(option)}>
        <span class="label">${option.label}</span> <small>${option.note}</small></li>`;
}

export function SearchBox() {
    const [words, setWords] = useState("");
    const [options, setOptions] = useState([]);
    const [active, setActive] = useState(-1);
    const [open, setOpen] = useState(false);
    const input = useRef();
    useEffect(() => {
        if (!open || wordsOf(words).length < 2) {
            setOptions([]);
            return undefined;
        }
        const ending = new AbortController();
        const timer = setTimeout(async () => {
            const found = await suggest(words, (path) => ask(path, ending.signal)).catch(() => null);
            if (!found || ending.signal.aborted) return;
            setOptions(found);
            setActive(-1);
        }, PAUSE_MS);
        return () => {
            clearTimeout(timer);
            ending.abort();
        };
    }, [words, open]);

    const close = () => {
        setOpen(false);
        setActive(-1);
    };
    const choose = (option) => {
        close();
        input.current.blur();
        go(option ? option.to : link(["search"], { text: words.trim() }));
    };
    const pressed = (event) => {
        const n = options.length;
        if (event.key === "ArrowDown" && n) setActive((active + 1) % n);
        else if (event.key === "ArrowUp" && n) setActive(active <= 0 ? n - 1 : active - 1);
        else if (event.key === "Escape") close();
        else return;
        event.preventDefault();
    };
    const submit = (event) => {
        event.preventDefault();
        if (words.trim()) choose(options[active]);
    };
    const shown = open && options.length > 0;
    return html`<form role="search" onSubmit=${submit}>
        <label class="hidden" for="search">Search names, places and words</label>
        <input id="search" ref=${input} type="search" role="combobox" autocomplete="off" spellcheck="false"
            placeholder="Names, places, words" value=${words}
            aria-expanded=${shown} aria-controls="suggestions" aria-autocomplete="list"
            aria-activedescendant=${active >= 0 ? `suggestion-${active}` : null}
            onInput=${(event) => { setWords(event.target.value); setOpen(true); }}
            onFocus=${() => known((path) => ask(path))} onBlur=${close} onKeyDown=${pressed} />
        <ul id="suggestions" role="listbox" aria-label="Suggestions" hidden=${!shown}>${options.map((option, i) => html`
            <${Option} key=${i} id=${`suggestion-${i}`} option=${option} active=${i === active} choose=${choose} />`)}
        </ul>
        <p class="hidden" aria-live="polite">${shown ? `${options.length} suggestions` : ""}</p>
    </form>`;
}
