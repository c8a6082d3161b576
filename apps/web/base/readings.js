// readings.js - what is read here and not kept: files, pages, texts, one after another.
import { useEffect, useState } from "./dom.js";
import { send } from "./api.js";

const TYPES = { txt: "text/plain", text: "text/plain", md: "text/plain", html: "text/html", htm: "text/html", xhtml: "application/xhtml+xml",
    pdf: "application/pdf", eml: "message/rfc822", xml: "application/xml", rss: "application/rss+xml", atom: "application/atom+xml" };
const MOST_BYTES = 16 * 2 ** 20;

const readings = [];
const listeners = new Set();
let busy = false;

function changed() {
    listeners.forEach((call) => call([...readings]));
}

function add(name, body, type) {
    readings.push({ n: readings.length + 1, name, body, type, state: "waiting" });
    changed();
    work();
}

/* One at a time: the server reads one at a time. */
async function work() {
    const next = readings.find((r) => r.state === "waiting");
    if (busy || !next) return;
    busy = true;
    next.state = "reading";
    changed();
    try {
        next.record = await send("/api/read", await next.body(), next.type);
        next.state = "read";
    } catch (problem) {
        next.error = problem.message;
        next.state = "failed";
    }
    next.body = null;
    busy = false;
    changed();
    work();
}

export function addText(text, known) {
    add(known.title || `${text.trim().slice(0, 60)} …`, () => JSON.stringify({ text, ...known }), "application/json");
}

export function addAddress(url) {
    add(url, () => JSON.stringify({ address: url }), "application/json");
}

function fail(name, error) {
    readings.push({ n: readings.length + 1, name, state: "failed", error });
    changed();
}

export async function addFiles(files) {
    for (const file of files) {
        const ending = /\.([^.]+)$/.exec(file.name)?.[1].toLowerCase() ?? "";
        const type = TYPES[ending] ?? (file.type.startsWith("text/") ? "text/plain" : null);
        if (file.size > MOST_BYTES) fail(file.name, "the file has more than 16 MiB: legomena add reads it");
        else if (["jsonl", "ndjson", "json"].includes(ending)) addLines(file.name, await file.text());
        else if (!type) fail(file.name, "files of this kind are read by legomena add, not here");
        else add(file.name, () => file, type);
    }
}

/* JSON Lines: a report a line. */
function addLines(name, text) {
    const lines = text.trim().startsWith("{") ? text.split("\n").filter((line) => line.trim()) : [text];
    lines.forEach((line, i) => add(lines.length > 1 ? `${name}, line ${i + 1}` : name, () => line, "application/json"));
}

export function readingOf(n) {
    return readings[n - 1];
}

export function useReadings() {
    const [list, set] = useState([...readings]);
    useEffect(() => {
        listeners.add(set);
        return () => listeners.delete(set);
    }, []);
    return list;
}
