// claim_card.js - one claim: who said it, through whom, how sure, who answers it.
import { html } from "/base/dom.js";
import { longDate } from "/base/dates.js";
import { link } from "/base/router.js";
import { actWord, certaintyWord, kindWord } from "/base/words.js";

const HOWS = { denies: ["denies", "is denied by"], confirms: ["confirms", "is confirmed by"],
    repeats: ["repeats", "is repeated by"], answers: ["answers", "is answered by"] };

export function entityOf(record, id) {
    return record.entities.find((e) => e.id === id);
}

export function spansText(slice, spans) {
    return spans.map(([start, end]) => slice(start, end)).join(" … ");
}

/* Who: by name with what the report calls them, else in its words. */
export function speakerName(record, slice, claim) {
    const entity = entityOf(record, claim.speaker);
    return entity?.name ?? (spansText(slice, claim.source) || "A source that is not told");
}

function Person({ record, id }) {
    const entity = entityOf(record, id);
    if (!entity) return id;
    return html`<a href=${link(["person", entity.name])}>${entity.name}</a>${entity.roles.length > 0
        && html`, ${entity.roles.join(", ")}`}`;
}

function Row({ name, children }) {
    return html`<div><dt>${name}</dt><dd>${children}</dd></div>`;
}

function joined(items) {
    return items.flatMap((item, i) => (i ? [i === items.length - 1 ? " and " : ", ", item] : [item]));
}

function Speaker({ record, slice, claim }) {
    const speakers = claim.speakers ?? (claim.speaker ? [claim.speaker] : []);
    const words = spansText(slice, claim.source);
    if (!speakers.length) return html`${words || "not told"}`;
    return joined(speakers.map((id) => html`<${Person} record=${record} id=${id} />`));
}

function ClaimLink({ record, at, slice, id }) {
    const i = record.claims.findIndex((c) => c.id === id);
    if (i < 0) return id;
    return html`<a href=${link([...at, "claim", id])}>${i + 1}, ${speakerName(record, slice, record.claims[i])}</a>`;
}

/* What this claim does to others of the report, and they to it. */
function repliesOf(record, claim) {
    const out = claim.replies.map((r) => [HOWS[r.how][0], r.to]);
    const back = record.claims.flatMap((c) => c.replies.filter((r) => r.to === claim.id)
        .map((r) => [HOWS[r.how][1], c.id]));
    return [...out, ...back];
}

function sidesOf(record, claim) {
    return (record.disputes ?? []).filter((d) => d.sides.some((side) => side.includes(claim.id)));
}

function Disputes({ record, at, slice, claim }) {
    return sidesOf(record, claim).map((dispute) => html`<${Row} name="disputed">
        ${dispute.over && html`over “${dispute.over}”: `}
        ${joined(dispute.sides.filter((side) => !side.includes(claim.id)).flat().map((id) => html`
            <${ClaimLink} record=${record} at=${at} slice=${slice} id=${id} />`))}<//>`);
}

function Detail({ record, at, slice, claim }) {
    const of = { record, at, slice };
    const certainty = certaintyWord(claim.certainty);
    return html`<dl class="card">
        <${Row} name="who"><${Speaker} ...${of} claim=${claim} /><//>
        ${claim.speaker_kind !== "unknown" && kindWord(claim.speaker_kind) && html`<${Row} name="kind of source">${kindWord(claim.speaker_kind)}<//>`}
        ${claim.via.length > 0 && html`<${Row} name="through">${joined(claim.via.map((id) => html`
            <${Person} record=${record} id=${id} />`))}<//>`}
        ${claim.justification && html`<${Row} name="stands there as">${slice(...claim.justification.span)}<//>`}
        ${claim.act && html`<${Row} name="does">${actWord(claim.act)}<//>`}
        ${certainty && html`<${Row} name="how sure">${certainty}<//>`}
        ${claim.evidence && html`<${Row} name="evidence">${claim.evidence}<//>`}
        ${claim.repetition && html`<${Row} name="said">${claim.repetition === "first" ? "for the first time" : "again"}<//>`}
        ${claim.venue && html`<${Row} name="at">${claim.venue}<//>`}
        ${claim.said?.value && html`<${Row} name="when">${longDate(claim.said.value)}<//>`}
        ${claim.parent && html`<${Row} name="within"><${ClaimLink} ...${of} id=${claim.parent} /><//>`}
        ${repliesOf(record, claim).map(([how, id]) => html`<${Row} name=${how}><${ClaimLink} ...${of} id=${id} /><//>`)}
        <${Disputes} ...${of} claim=${claim} />
        <${Row} name="model’s trust">${Math.round(claim.confidence * 100)} of 100<//>
    </dl>`;
}

export function ClaimCard({ record, at, slice, claim, children }) {
    const i = record.claims.indexOf(claim);
    return html`<h2 id="card-title"><span class="n">${i + 1}</span> ${speakerName(record, slice, claim)} ${" "}
            <i class="cue">${spansText(slice, claim.cue) || actWord(claim.act)}</i></h2>
        <blockquote>${spansText(slice, claim.content)}</blockquote>
        <${Detail} record=${record} at=${at} slice=${slice} claim=${claim} />
        ${children}`;
}
