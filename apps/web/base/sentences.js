// sentences.js - how the sentences of a report stand to the other reports of its story: repeated, contradicted, only here.
import { answerWords, linkOfAnswer } from "/parts/matrix.js";
import { link } from "./router.js";
import { questionWords } from "./words.js";

const HALF = 0.5;

/* Parts of this report that another one has too: [{start, end, report, name}]. */
function passages(copies, id) {
    return copies.flatMap((c) => {
        if (c.report === id) return [{ start: c.start, end: c.end, report: c.of, name: c.of_publisher }];
        return c.of === id ? [{ start: c.of_start, end: c.of_end, report: c.report, name: c.publisher }] : [];
    }).filter((p) => typeof p.start === "number");
}

function overlap([start, end], p) {
    return Math.max(0, Math.min(end, p.end) - Math.max(start, p.start)) / (end - start);
}

/* The other side of each contradiction that has one in this report: [{at, other, question}]. */
function contradictions(links, id) {
    return links.filter((l) => l.kind === "contradicted").flatMap((l) => [[l.a, l.b], [l.b, l.a]]
        .filter(([mine]) => String(mine.report) === id).map(([mine, other]) => ({ at: mine.span[0], other, question: l.question })));
}

/* Answers of this report: [{at, alone, words, question}]. */
function answers(accounts, id) {
    return accounts.filter((a) => !a.aside).flatMap((a) => a.said.filter((s) => String(s.report) === id)
        .map((s) => ({ at: s.span[0], alone: a.reports === 1, words: answerWords(a), question: a.question })));
}

const name = (said) => [said.speaker, said.publisher ?? `report ${said.report}`].filter(Boolean).join(", ");

/* Layers for the text: {start, end, role: "sentence", marks: [{sign, says, to}]}; accounts may be null: not asked yet. */
export function sentenceMarks(record, id, copies, accounts) {
    const taken = passages(copies ?? [], id), against = contradictions(accounts?.links ?? [], id);
    const told = answers(accounts?.accounts ?? [], id);
    return record.sentences.map((span) => {
        const [start, end] = span, within = ({ at }) => at >= start && at < end;
        const marks = [];
        const repeated = taken.filter((p) => overlap(span, p) >= HALF);
        if (repeated.length)
            marks.push({ sign: "≡", says: `also in ${[...new Set(repeated.map((p) => p.name ?? `report ${p.report}`))].join(", ")}`,
                to: link(["report", repeated[0].report]) });
        const others = against.filter(within);
        if (others.length)
            marks.push({ sign: "≠", says: others.slice(0, 3).map((o) => `${questionWords(o.question)}: ${answerWords({ ...o.other,
                question: o.question })} (${name(o.other)})`).join("; "), to: linkOfAnswer(others[0].other) });
        const mine = told.filter((a) => within(a) && a.alone);
        if (!repeated.length && mine.length)
            marks.push({ sign: "∗", says: `only here: ${mine.map((a) => `${questionWords(a.question).toLowerCase()}: ${a.words}`).join("; ")}` });
        return { start, end, role: "sentence", marks };
    }).filter((layer) => layer.marks.length);
}
