// frame.js - what stands around every view: the search, the ways to go, what the ledger covers, the keys.
import { html, useEffect, useState } from "/base/dom.js";
import { useAnswer } from "/base/api.js";
import { addFiles } from "/base/readings.js";
import { longRange } from "/base/dates.js";
import { go } from "/base/router.js";
import { coverageWords } from "/base/words.js";
import { useKeys } from "/base/keys.js";
import { SearchBox } from "./search_box.js";
import { KeyList } from "./key_list.js";

const WAYS = [["", "Front"], ["claims", "Claims"], ["sources", "Sources"], ["places", "Places"], ["review", "Review"], ["add", "Read"]];

export function Frame({ route, children }) {
    const [keys, showKeys] = useState(false);
    useKeys("Everywhere", [
        { key: "?", shown: "?", does: "list the keys", run: () => showKeys(true) },
        { key: "/", shown: "/", does: "search", run: () => document.getElementById("search").focus() },
        { key: "g", shown: "g", does: "go to the front", run: () => go("#/") },
    ]);
    useEffect(() => {
        const drag = (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault();
        const drop = (event) => {
            if (!event.dataTransfer?.files.length) return;
            event.preventDefault();
            addFiles([...event.dataTransfer.files]);
            go("#/add");
        };
        document.addEventListener("dragover", drag);
        document.addEventListener("drop", drop);
        return () => {
            document.removeEventListener("dragover", drag);
            document.removeEventListener("drop", drop);
        };
    }, []);
    const toMain = (event) => {
        event.preventDefault();
        document.getElementById("main").focus();
    };
    return html`
        <a class="skip" href="#main" onClick=${toMain}>Skip to the content</a>
        <header class="frame">
            <a class="brand" href="#/">legomena</a>
            <${SearchBox} />
            <nav aria-label="Views">${WAYS.map(([view, name]) => html`
                <a href=${`#/${view}`} aria-current=${route.view === view ? "page" : null}>${name}</a>`)}
            </nav>
        </header>
        <p id="announced" class="hidden" role="status"></p>
        <main id="main" tabindex="-1">${children}</main>
        <${Foot} showKeys=${() => showKeys(true)} />
        ${keys && html`<${KeyList} close=${() => showKeys(false)} />`}`;
}

function Foot({ showKeys }) {
    const { data } = useAnswer("/api/claims?limit=1");
    const coverage = data?.coverage;
    return html`<footer class="frame">
        <p>${coverage && html`${coverageWords(coverage, longRange(coverage.first, coverage.last))}${coverage.not_read > 0 && html`
            ${" · "}<a href="#/problems">what and why</a>`}`}</p>
        <p>It reads who said what and judges nothing of it; it errs. Places: GeoNames, CC BY 4.0.
            ${" "}<button class="plain" onClick=${showKeys}>Keys <kbd>?</kbd></button></p>
    </footer>`;
}

/* The title of the browser, and what a screen reader says when a view has come. */
export function useTitle(title) {
    useEffect(() => {
        if (!title) return;
        document.title = `${title} · legomena`;
        document.getElementById("announced").textContent = title;
    }, [title]);
}
