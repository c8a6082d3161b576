// suggestions.js - what may be meant by the beginning of a word: speakers and places that the ledger has most of,
// and reports with such words.
import { onNews } from "./api.js";
import { link } from "./router.js";
import { count } from "./words.js";

const MOST_NAMES = 5, MOST_PLACES = 3, MOST_REPORTS = 4;
let names = null;
onNews(() => { names = null; });

/* "Mount Co": its words, without signs that a search would take for something else. */
export function wordsOf(text) {
    return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/* Those who speak, the most heard first, and places where things happen; asked once until the ledger changes. */
export function known(ask) {
    names ??= Promise.all([ask("/api/sources?limit=1000"), ask("/api/events?limit=1000")]).then(([s, e]) => {
        const places = new Map();
        for (const event of e.events)
            if (event.place) places.set(event.place, (places.get(event.place) ?? 0) + 1);
        return {
            people: s.sources.filter((row) => row.named === "yes").map((row) => [row.speaker, row.claims]),
            places: [...places].sort((a, b) => b[1] - a[1]),
        };
    }).catch(() => { names = null; return { people: [], places: [] }; });
    return names;
}

/* Each word of the question begins a word of the name. */
function fits(name, words) {
    const parts = wordsOf(name).split(" ");
    return words.every((word) => parts.some((part) => part.startsWith(word)));
}

export async function suggest(text, ask) {
    const words = wordsOf(text).split(" ");
    const [have, found] = await Promise.all([
        known(ask), ask(`/api/search?limit=${MOST_REPORTS}&text=${encodeURIComponent(`${words.join(" ")}*`)}`)]);
    const pick = (list, most) => list.filter(([name]) => fits(name, words)).slice(0, most);
    return [
        ...pick(have.people, MOST_NAMES).map(([name, n]) => (
            { label: name, note: `speaks · ${count(n, "claim")}`, to: link(["person", name]) })),
        ...pick(have.places, MOST_PLACES).map(([name, n]) => (
            { label: name, note: `place · ${count(n, "event")}`, to: link(["events"], { where: name }) })),
        ...found.search.map((row) => (
            { label: row.title ?? row.words, note: ["report", row.publisher, row.date].filter(Boolean).join(" · "),
              to: link(["report", row.id]) })),
        { label: text.trim(), note: "all reports with these words", to: link(["search"], { text: text.trim() }) },
    ];
}
