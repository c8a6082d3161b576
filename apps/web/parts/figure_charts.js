// figure_charts.js - figures that move, by source: a point a report, a letter a source. Drawn by uPlot, which is loaded
// where there is something to draw; the table below has the same.
import { html, useEffect, useMemo, useRef } from "/base/dom.js";
import { longDate, moment } from "/base/dates.js";
import { questionWords, valueWords } from "/base/words.js";
import { Exports } from "./exports.js";
import { linkOfAnswer } from "./matrix.js";

const MOVING = ["killed", "wounded", "casualties", "missing", "arrested", "captured", "hostages", "rescued", "displaced",
    "protesters", "amount"];
const DAY_S = 86400;
const HUES = ["#1f6fb2", "#b4561b", "#2c8049", "#8a4fb0", "#a8323e", "#6b6b1c", "#11808c", "#5c5c66"];

/* Questions with two dated numbers at least: [{question, sources: [[name, [said]]]}]. */
export function chartsOf(accounts) {
    return MOVING.map((question) => {
        const said = accounts.filter((a) => a.question === question && !a.aside).flatMap((a) => a.said)
            .filter((s) => typeof s.value === "number" && !Number.isNaN(moment(s.date)) && !s.copy);
        const sources = new Map();
        for (const s of said.sort((a, b) => moment(a.date) - moment(b.date))) {
            const name = s.speaker ?? `${s.publisher ?? "the report"} itself`;
            sources.set(name, [...(sources.get(name) ?? []), s]);
        }
        return { question, sources: [...sources], n: said.length, values: new Set(said.map((s) => s.value)).size };
    }).filter((chart) => chart.n > 1 && chart.values > 1);
}

/* It may come while the server is asked. */
export const loadUPlot = () => import("/vendor/uplot.js");

const letter = (i) => (i < 26 ? String.fromCharCode(65 + i) : `${i}`);

/* The letters of all sources that give a figure on a day, beside its point. */
function letters(u, look) {
    const at = new Map();
    u.data.slice(1).forEach((values, i) => values.forEach((y, k) => {
        if (y !== null) at.set(`${k} ${y}`, { k, y, text: `${at.get(`${k} ${y}`)?.text ?? ""} ${letter(i)}` });
    }));
    u.ctx.save();
    u.ctx.fillStyle = look.ink;
    u.ctx.textAlign = "left";
    u.ctx.font = `600 ${12 * devicePixelRatio}px system-ui, sans-serif`;
    for (const { k, y, text } of at.values())
        u.ctx.fillText(text, u.valToPos(u.data[0][k], "x", true) + 5 * devicePixelRatio, u.valToPos(y, "y", true) - 6 * devicePixelRatio);
    u.ctx.restore();
}

function options(chart, width, look, tzDate) {
    const axis = { stroke: look.soft, grid: { stroke: look.rule, width: 1 }, ticks: { stroke: look.rule }, font: "12px system-ui, sans-serif" };
    // Months where days would not tell years apart.
    const days = (splits) => {
        const long = splits.at(-1) - splits[0] > 200 * DAY_S;
        return splits.map((s) => {
            const day = new Date(s * 1000).toISOString().slice(0, 10);
            return long ? longDate(day.slice(0, 7)) : longDate(day).replace(/ \d{4}$/, "");
        });
    };
    return { width, height: 220, padding: [16, 48, 0, 0], legend: { show: false }, cursor: { show: false },
        scales: { x: { time: true, range: (u, a, b) => [a - DAY_S / 2, b + DAY_S / 2] },
            y: { range: (u, a, b) => [Math.min(0, a), b * 1.15 || 1] } },
        axes: [{ ...axis, incrs: [1, 2, 7, 14, 30, 90, 365].map((d) => d * DAY_S), space: 90, values: (u, splits) => days(splits) },
            { ...axis, size: 60, incrs: [1, 2, 5, 10, 20, 50, 100, 500, 1e3, 5e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10], space: 30,
                values: (u, splits) => splits.map((v) => v.toLocaleString("en")) }],
        series: [{}, ...chart.sources.map((_, i) => ({ stroke: HUES[i % HUES.length], width: 1.5, dash: i % 2 ? [6, 4] : [], spanGaps: true,
            points: { show: true, size: 7, fill: look.paper, width: 2 } }))],
        hooks: { draw: [(u) => letters(u, look)] }, tzDate };
}

/* Of several figures of a source on a day, the last. */
function columns(chart) {
    const days = [...new Set(chart.sources.flatMap(([, said]) => said.map((s) => moment(s.date))))].sort((a, b) => a - b);
    return [days.map((d) => d / 1000 - DAY_S / 2), ...chart.sources.map(([, said]) => days.map((d) => (
        said.filter((s) => moment(s.date) === d).at(-1)?.value ?? null)))];
}

function useChart(chart) {
    const at = useRef();
    useEffect(() => {
        let plot = null, live = true;
        const scheme = matchMedia("(prefers-color-scheme: dark)");
        const draw = async () => {
            const { default: UPlot } = await loadUPlot();
            if (!live || !at.current) return;
            plot?.destroy();
            const looks = getComputedStyle(document.documentElement);
            const look = Object.fromEntries(["ink", "soft", "rule", "paper"].map((n) => [n, looks.getPropertyValue(`--${n}`).trim()]));
            plot = new UPlot(options(chart, at.current.clientWidth, look,
                (s) => UPlot.tzDate(new Date(s * 1000), "Etc/UTC")), columns(chart), at.current);
        };
        draw();
        scheme.addEventListener("change", draw);
        addEventListener("resize", draw);
        return () => {
            live = false;
            plot?.destroy();
            scheme.removeEventListener("change", draw);
            removeEventListener("resize", draw);
        };
    }, [chart]);
    return at;
}

function Chart({ chart, story }) {
    const at = useChart(chart);
    const picture = Object.assign(() => at.current.querySelector("canvas"), { svg: false });
    const all = chart.sources.flatMap(([name, said], i) => said.map((s) => ({ i, name, s })));
    return html`<figure class="chart"><figcaption><h3 class="minor">${questionWords(chart.question)}</h3></figcaption>
        <div ref=${at} role="img" aria-label=${`A chart: ${questionWords(chart.question)}, by source and day; the table has the same`}></div>
        <table class="small"><thead><tr><th scope="col">Source</th><th scope="col">Figure</th><th scope="col">Published</th></tr></thead>
        <tbody>${all.map(({ i, name, s }) => html`<tr><th scope="row"><span class=${`key k${i % HUES.length}`}>${letter(i)}</span> ${name}</th>
            <td><a href=${linkOfAnswer(s)}>${valueWords(s)}</a></td><td>${longDate(s.date)} <small>${s.publisher}</small></td></tr>`)}</tbody></table>
        <${Exports} name=${`story-${story}-${chart.question}`} picture=${picture} rows=${() => all.map(({ name, s }) => ({
            source: name, relation: s.relation, value: s.value, upper: s.upper, date: s.date, publisher: s.publisher, report: s.report }))} />
    </figure>`;
}

export function FigureCharts({ data }) {
    const charts = useMemo(() => chartsOf(data.accounts), [data]);
    if (!charts.length) return html`<p>No figure of the story moves from day to day.</p>`;
    return html`<div class="charts">${charts.map((c) => html`<${Chart} key=${c.question} chart=${c} story=${data.story} />`)}</div>`;
}
