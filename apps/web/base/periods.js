// periods.js - dated entries of several reports, put together: what is told of one time in the same words is one line.
import { longDate, moment } from "./dates.js";
import { wordsOf } from "./suggestions.js";

const DAY_MS = 86400000;

/* "14 September 2013", "September 2013", "2013", "14–16 September 2013": as precise as it is known, and no more. */
export function periodWords(from, to) {
    if (!from && !to) return "no day";
    if (!from) return `until ${longDate(to)}`;
    if (!to) return `from ${longDate(from)}`;
    if (from === to) return longDate(from);
    if (from.slice(5) === "01-01" && to.slice(5) === "12-31" && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
    if (from.slice(8) === "01" && isMonthEnd(to)) return monthsWords(from.slice(0, 7), to.slice(0, 7));
    const [a, b] = [longDate(from), longDate(to)];
    return from.slice(0, 7) === to.slice(0, 7) ? `${+from.slice(8)}–${b}` : `${a} – ${b}`;
}

function monthsWords(first, last) {
    if (first === last) return longDate(first);
    const from = longDate(first);
    return `${first.slice(0, 4) === last.slice(0, 4) ? from.split(" ")[0] : from} – ${longDate(last)}`;
}

function isMonthEnd(day) {
    return new Date(moment(day) + DAY_MS).getUTCDate() === 1;
}

/* [{from, to, what, words, place, told: [row]}], oldest first. */
export function periodsOf(rows) {
    const lines = new Map();
    for (const row of rows) {
        const key = [row.from, row.to, wordsOf(row.words ?? "").split(" ").slice(0, 4).join(" ")].join("\n");
        const line = lines.get(key) ?? { from: row.from, to: row.to, what: row.what, words: row.words, who: row.who,
            place: row.place, told: [] };
        line.told.push(row);
        line.place ??= row.place;
        lines.set(key, line);
    }
    return [...lines.values()];
}

const report = (row) => row.id.split(":")[0];
export const reportsOf = (line) => new Set(line.told.map(report)).size;

/* The days around which the story is told; what lies wholly outside stands apart. */
export function windowOf(rows) {
    const days = rows.map((r) => moment(r.date)).filter((d) => !Number.isNaN(d)).sort((a, b) => a - b);
    if (!days.length) return null;
    const reach = Math.max(14 * DAY_MS, (days.at(-1) - days[0]) / 2);
    return { from: days[0] - reach, to: days.at(-1) + reach };
}

/* {before, within, ahead} */
export function divided(lines, window) {
    const parts = { before: [], within: [], ahead: [] };
    for (const line of lines) {
        const from = moment(line.from), to = moment(line.to ?? line.from);
        parts[!window ? "within" : to < window.from ? "before" : from > window.to ? "ahead" : "within"].push(line);
    }
    return parts;
}
