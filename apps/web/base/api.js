// api.js - what the server is asked, and what it says when the ledger changes.
import { useEffect, useState } from "./dom.js";

/* "/api/claims" and {by: "Lind", limit: 5}: the address; what is empty is left out. */
export function address(path, fields = {}) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
        if (value !== undefined && value !== null && value !== "" && value !== false)
            query.set(name, value);
    const text = query.toString();
    return text ? `${path}?${text}` : path;
}

async function answerOf(response) {
    const body = await response.json().catch(() => ({}));
    if (!response.ok) throw new Error(body.detail || `the server answers ${response.status}`);
    return body;
}

async function over(path, options) {
    let response;
    try {
        response = await fetch(path, options);
    } catch (problem) {
        if (problem.name === "AbortError") throw problem;
        throw new Error("legomena serve does not answer: is it still running?");
    }
    return answerOf(response);
}

export function ask(path, signal) {
    return over(path, { headers: { accept: "application/json" }, signal });
}

export function send(path, body, type = "application/json", signal) {
    return over(path, { method: "POST", headers: { "content-type": type }, body, signal });
}

/* ---- what is new ---- */

const listeners = new Set();

/* Calls when somebody has changed the ledger; gives what ends that. */
export function onNews(call) {
    listeners.add(call);
    return () => listeners.delete(call);
}

export function listen() {
    new EventSource("/api/news").addEventListener("changed", () => listeners.forEach((f) => f()));
}

/* ---- in a view ---- */

const WAITING = { waiting: true }, NOTHING = {};

/* {data}, {error}, or {waiting}; asked again when the ledger has changed. No path: nothing. */
export function useAnswer(path) {
    const [answer, set] = useState({ waiting: true, path });
    useEffect(() => {
        if (!path) {
            set({ path });
            return undefined;
        }
        const ending = new AbortController();
        const load = () => ask(path, ending.signal).then(
            (data) => set({ data, path }),
            (problem) => problem.name !== "AbortError" && set({ error: problem.message, path }));
        set({ waiting: true, path });
        load();
        const stop = onNews(load);
        return () => {
            stop();
            ending.abort();
        };
    }, [path]);
    return answer.path === path ? answer : path ? WAITING : NOTHING;
}
