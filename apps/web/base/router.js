// router.js - deep links: "#/report/12/claim/c7" and "#/claims?by=Lind".
import { useEffect, useState } from "./dom.js";

/* {view: "report", parts: ["12", "claim", "c7"], query: {by: "Lind"}} */
export function routeOf(hash) {
    const [path, query = ""] = hash.replace(/^#?\/?/, "").split(/\?(.*)/s);
    const [view = "", ...parts] = path.split("/").map(decoded);
    return { view, parts, query: Object.fromEntries(new URLSearchParams(query)) };
}

function decoded(part) {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

export function link(parts, query = {}) {
    const path = parts.map((part) => encodeURIComponent(String(part))).join("/");
    const words = new URLSearchParams(
        Object.entries(query).filter(([, value]) => value !== "" && value != null)).toString();
    return `#/${path}${words ? `?${words}` : ""}`;
}

/* "12:c7", as lists have it: where it is shown. */
export function linkOf(id) {
    const [, report, kind, number] = /^(.*?)(?::([a-z])(\d+))?$/.exec(id);
    const names = { c: "claim", e: "name", v: "event", f: "figure", t: "time", i: "incident" };
    return kind ? link(["report", report, names[kind], kind + number]) : link(["report", report]);
}

export function go(to) {
    location.hash = to;
}

/* The same view, another part of it: no step of its own in the history. */
export function goWithin(to) {
    history.replaceState(null, "", to);
    window.dispatchEvent(new HashChangeEvent("hashchange"));
}

export function useRoute() {
    const [route, set] = useState(() => routeOf(location.hash));
    useEffect(() => {
        const changed = () => set(routeOf(location.hash));
        addEventListener("hashchange", changed);
        return () => removeEventListener("hashchange", changed);
    }, []);
    return route;
}

/* An address out of a report, where it is one of the web; no other is ever a link. */
export function outside(url) {
    return /^https?:\/\//i.test(url ?? "") ? url : null;
}
