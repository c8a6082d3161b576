// person.js - who is meant by a name: roles, what each said, denied and was accused of, and why it is one.
import { html } from "/base/dom.js";
import { address, useAnswer } from "/base/api.js";
import { longDate, longRange } from "/base/dates.js";
import { link, linkOf } from "/base/router.js";
import { wordsOf } from "/base/suggestions.js";
import { actWord, count, typeWord } from "/base/words.js";
import { Exports } from "/parts/exports.js";
import { Fold } from "/parts/fold.js";
import { useTitle } from "/parts/frame.js";
import { Answer } from "/parts/state.js";

const LINES = 200;

export function Person({ route }) {
    const name = route.parts[0] ?? "";
    const people = useAnswer(name && address("/api/people", { name, lines: LINES, "as-of": route.query["as-of"] }));
    useTitle(name);
    return html`<${Answer} of=${people}>${({ found, people: list }) => html`
        ${found > 1 && html`<h1>${name}</h1><p class="lead">${count(found, "person or body", "persons or bodies")} may be meant.</p>`}
        ${list.map((p, i) => html`<${One} key=${i} person=${p} only=${found === 1} asked=${name} />`)}`}<//>`;
}

function One({ person, only, asked }) {
    const facts = [typeWord(person.type), person.country, count(person.reports, "report")].filter(Boolean).join(" · ");
    const lists = [["said", "Said"], ["denied", "Denied"], ["accused", "Accused of"]];
    return html`<article class="person">
        ${only ? html`<h1>${person.name}</h1>` : html`<h2 class="name">${person.name}</h2>`}
        <p class="lead">${facts}${person.apart && ` · kept apart: ${person.apart}`}</p>
        <${Roles} roles=${person.roles} /><${Aliases} person=${person} />
        ${lists.map(([key, title]) => html`<${Lines} title=${title} lines=${person[key]} n=${person[`n_${key}`]}
            open=${only} claims=${link(["claims"], key === "accused" ? { about: person.name, act: "accuse" }
                : { by: person.name, act: key === "denied" ? "deny" : "" })} />`)}
        <${Members} person=${person} />
        <${Exports} name=${`person-${asked}`} json=${person} rows=${() => lists.flatMap(([key]) => person[key].map((l) => (
            { list: key, ...l })))} />
    </article>`;
}

/* Each role once, with the days on which it was told. */
function Roles({ roles }) {
    const once = new Map();
    for (const r of roles) {
        const one = once.get(r.words.toLowerCase()) ?? { words: r.words, days: [], ids: [] };
        if (r.day) one.days.push(r.day);
        one.ids.push(r.id);
        once.set(r.words.toLowerCase(), one);
    }
    if (!once.size) return null;
    return html`<h3 class="minor">Roles</h3><ul class="list">${[...once.values()].map(({ words, days, ids }) => html`<li>
        <a href=${linkOf(ids[0])}>${words}</a> <small>${[longRange(days.sort()[0], days.at(-1)), ids.length > 1 && `${ids.length} reports`]
            .filter(Boolean).join(" · ")}</small></li>`)}</ul>`;
}

function Aliases({ person }) {
    const names = [...new Set(person.aliases.map((a) => a.words))].filter((n) => n !== person.name);
    return names.length > 0 && html`<p class="also">Also called ${names.join(", ")}</p>`;
}

/* What several reports have in the same words is one line. */
function together(lines) {
    const once = new Map();
    for (const line of lines) {
        const key = `${line.who ?? ""} ${wordsOf(line.words ?? "")}`;
        once.set(key, [...(once.get(key) ?? []), line]);
    }
    return [...once.values()];
}

function Lines({ title, lines, n, claims }) {
    if (!lines.length) return null;
    return html`<h3 class="minor">${title} <small>${n}</small></h3><ol class="list">${together(lines).map(([l, ...more]) => html`<li>
        <a class="words" href=${linkOf(l.id)}>${l.words}</a>
        <small>${[longDate(l.day), l.who && `by ${l.who}`, l.act && !["state", "other"].includes(l.act) && actWord(l.act)]
            .filter(Boolean).join(" · ")}${more.length > 0 && html` · also in ${more.map((m, i) => html`${i > 0 && ", "}<a
            href=${linkOf(m.id)}>report ${m.id.split(":")[0]}</a>`)}`}</small></li>`)}
        </ol>${n > lines.length && html`<p><a href=${claims}>All ${n}</a></p>`}`;
}

function Members({ person }) {
    return html`<${Fold} title=${`Why this is one: ${count(person.members.length, "mention")} in reports`}>${() => html`
        <ul class="list">${person.members.map((m) => html`<li><a href=${linkOf(m.id)}>${m.name}</a>${" "}
            <small>${[longDate(m.date), m.why].filter(Boolean).join(" · ")}</small></li>`)}</ul>`}<//>`;
}
