// keys.js - keys without a mouse. A view says which it has while it is shown; "?" lists them.
import { useLayoutEffect, useRef } from "./dom.js";

const groups = new Set();

/* keys: [{key: "ArrowRight", shown: "→", does: "next claim", run}]; the last view asked wins. */
export function useKeys(title, keys) {
    const group = useRef({});
    group.current.title = title;
    group.current.keys = keys;
    // Before it is seen: a key that is pressed at once is not lost.
    useLayoutEffect(() => {
        groups.add(group.current);
        return () => groups.delete(group.current);
    }, []);
}

export function keyGroups() {
    return [...groups];
}

function takesText(element) {
    return element.matches?.("input, select, textarea, [contenteditable], dialog[open] *");
}

function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (takesText(event.target)) return;
    for (const group of [...groups].reverse()) {
        const found = group.keys.find((k) => k.key === event.key && (!k.when || k.when(event)));
        if (!found) continue;
        event.preventDefault();
        found.run(event);
        return;
    }
}

export function startKeys() {
    document.addEventListener("keydown", pressed);
}
