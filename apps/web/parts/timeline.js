// timeline.js - when: a bar as long as the time that is meant, a dot for a day; who dates it so stands in the list below.
import { html, useMemo, useRef } from "/base/dom.js";
import { moment, longDate } from "/base/dates.js";
import { divided, periodWords, periodsOf, reportsOf, windowOf } from "/base/periods.js";
import { linkOf } from "/base/router.js";
import { count } from "/base/words.js";
import { Exports } from "./exports.js";
import { Fold } from "./fold.js";

const MOST = 24, ROW = 22, TOP = 30, WIDTH = 960, AXIS = 300, PAD = 14;
const DAY_MS = 86400000;

/* What most reports tell, in order of time. */
function chosen(lines) {
    return [...lines].sort((a, b) => reportsOf(b) - reportsOf(a) || b.told.length - a.told.length).slice(0, MOST)
        .sort((a, b) => moment(a.from) - moment(b.from) || moment(a.to) - moment(b.to));
}

function scaleOf(lines) {
    // What is told of whole months must not press days together: it runs over the edge.
    const length = (l) => moment(l.to ?? l.from) - moment(l.from);
    const near = lines.filter((l) => length(l) < 10 * DAY_MS);
    const told = near.length ? near : lines;
    const from = Math.min(...told.map((l) => moment(l.from))) - DAY_MS;
    const span = Math.max(Math.max(...told.map((l) => moment(l.to ?? l.from))) + DAY_MS - from, 2 * DAY_MS);
    const x = (ms) => PAD + ((ms - from) / span) * (AXIS - 2 * PAD);
    const step = [1, 2, 7, 14, 30, 91, 365, 1826].find((d) => span / (d * DAY_MS) <= 4.5) ?? 3650;
    const ticks = [];
    for (let at = from; at <= from + span; at += step * DAY_MS) ticks.push(at);
    return { x, ticks };
}

function cut(text, most) {
    const points = Array.from(text ?? "");
    return points.length > most ? `${points.slice(0, most - 1).join("").trimEnd()}…` : points.join("");
}

function tick(ms) {
    return longDate(new Date(ms).toISOString().slice(0, 10)).replace(/(\w{3})\w* \d{4}$/, "$1");
}

function lineWords(line) {
    return [line.who, line.words].filter(Boolean).join(": ");
}

/* Told once, where several lines are of one time. */
function when(lines, i) {
    const words = periodWords(lines[i].from, lines[i].to);
    return i && periodWords(lines[i - 1].from, lines[i - 1].to) === words ? "" : cut(words, 26);
}

/* What lies beyond the axis has a sign that points there. */
function Bar({ line, x, y }) {
    const first = x(moment(line.from)), last = x(moment(line.to ?? line.from)), end = AXIS - PAD;
    if (last < PAD) return html`<path class="dot" d=${`M${PAD - 8} ${y}l8 -5v10z`} />`;
    if (first > end) return html`<path class="dot" d=${`M${end + 8} ${y}l-8 -5v10z`} />`;
    const from = Math.max(first, PAD), to = Math.min(last, end);
    return to - from < 6 ? html`<circle class="dot" cx=${(from + to) / 2} cy=${y} r="4.5" />`
        : html`<rect class="bar" x=${from} y=${y - 4} width=${to - from} height="8" rx="4" />`;
}

function Picture({ lines, at }) {
    const { x, ticks } = scaleOf(lines);
    const height = TOP + lines.length * ROW + 8;
    return html`<svg ref=${at} class="picture" viewBox=${`0 0 ${WIDTH} ${height}`} width=${WIDTH} role="img"
        aria-label="A picture of the timeline; the list below has the same">
        ${ticks.map((t) => html`<g><line class="grid" x1=${x(t)} x2=${x(t)} y1=${TOP - 8} y2=${height - 4} />
            <text class="tick" x=${x(t)} y="14" text-anchor=${x(t) < 40 ? "start" : x(t) > AXIS - 40 ? "end" : "middle"}>${tick(t)}</text></g>`)}
        ${lines.map((line, i) => {
            const y = TOP + i * ROW + ROW / 2, n = reportsOf(line);
            return html`<g><${Bar} line=${line} x=${x} y=${y} />
                <text class="when" x=${AXIS + 14} y=${y + 4}>${when(lines, i)}</text>
                <text x=${AXIS + 200} y=${y + 4}>${cut(lineWords(line), n > 1 ? 54 : 64)}${n > 1
                    && html`<tspan class="when"> · ${n} reports</tspan>`}</text></g>`;
        })}
    </svg>`;
}

function Teller({ row }) {
    const by = row.by ?? (row.what === "claim" ? row.who : null);
    return html`<a href=${linkOf(row.id)}>${by ?? "the report itself"}</a>${row.title && html`, ${row.title}`}`;
}

function List({ lines }) {
    return html`<ol class="periods">${lines.map((line) => html`<li><span class="when">${periodWords(line.from, line.to)}</span>
        <div><span>${lineWords(line)}${line.place && html` <small>${line.place}</small>`}</span>
        <small>dated so by ${line.told.slice(0, 6).map((row, i) => html`${i > 0 && "; "}<${Teller} row=${row} />`)}${line.told.length > 6
            && ` and ${line.told.length - 6} more`}</small></div></li>`)}</ol>`;
}

function Apart({ title, lines }) {
    return lines.length > 0 && html`<${Fold} title=${`${title} (${lines.length})`}>${() => html`<${List} lines=${lines} />`}<//>`;
}

export function Timeline({ story, data }) {
    const at = useRef();
    const rows = data.timeline;
    const parts = useMemo(() => divided(periodsOf(rows), windowOf(rows)), [rows]);
    const shown = useMemo(() => chosen(parts.within), [parts]);
    if (!rows.length) return html`<p>Nothing in the story has a day.</p>`;
    return html`${shown.length > 0 && html`<div class="wide" role="region" tabindex="0" aria-label="Timeline"><${Picture} lines=${shown} at=${at} /></div>
        ${parts.within.length > shown.length && html`<p class="hint">The picture has what most reports tell:
            ${" "}${shown.length} of ${count(parts.within.length, "line")}.</p>`}`}
        <${Apart} title="All lines, and who dates them so" lines=${parts.within} />
        <${Apart} title="Behind the news" lines=${parts.before} />
        <${Apart} title="Ahead" lines=${parts.ahead} />
        <${Exports} name=${`story-${story}-timeline`} rows=${() => rows} json=${rows} picture=${shown.length ? () => at.current : null} />`;
}
