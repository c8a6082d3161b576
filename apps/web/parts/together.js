// together.js - what several reports of a story tell: events, and claims of one source.
import { html } from "/base/dom.js";
import { linkOf } from "/base/router.js";
import { count } from "/base/words.js";
import { Exports } from "./exports.js";
import { Fold } from "./fold.js";

const FIRST = 8, MEMBERS = 12;

function Group({ group }) {
    const { members } = group;
    return html`<li><b>${count(group.reports, "report")}</b> ${group.words}
        <small>${members.slice(0, MEMBERS).map((id, i) => html`${i ? ", " : ""}<a href=${linkOf(id)}>${id}</a>`)}${members.length > MEMBERS
            ? ` and ${members.length - MEMBERS} more` : ""}</small></li>`;
}

function Groups({ title, groups }) {
    if (!groups) return html`<h3 class="minor">${title}</h3><p>There are more than can be compared.</p>`;
    if (!groups.length) return null;
    const rest = groups.slice(FIRST);
    return html`<h3 class="minor">${title}</h3>
        <ul class="together">${groups.slice(0, FIRST).map((g) => html`<${Group} key=${g.members[0]} group=${g} />`)}</ul>
        ${rest.length > 0 && html`<${Fold} title=${`${rest.length} more`}>${() => html`
            <ul class="together">${rest.map((g) => html`<${Group} key=${g.members[0]} group=${g} />`)}</ul>`}<//>`}`;
}

export function Together({ story }) {
    const all = [...(story.events ?? []).map((g) => ({ what: "event", ...g })), ...(story.claims ?? []).map((g) => ({ what: "claim", ...g }))];
    if (story.events?.length === 0 && story.claims?.length === 0) return html`<p>No two reports tell the same.</p>`;
    return html`<${Groups} title="Events" groups=${story.events} /><${Groups} title="Claims of one source" groups=${story.claims} />
        <${Exports} name=${`story-${story.story}-together`} json=${{ events: story.events, claims: story.claims }}
            rows=${() => all.map((g) => ({ what: g.what, reports: g.reports, words: g.words, members: g.members.join(" ") }))} />`;
}
