// main.js - the page of `legomena serve`: one frame, and the view that the address names.
import { html, render, useEffect, useRef } from "/base/dom.js";
import { listen } from "/base/api.js";
import { startKeys } from "/base/keys.js";
import { useRoute } from "/base/router.js";
import { Frame } from "/parts/frame.js";
import { Add, Read } from "/views/add.js";
import { Front } from "/views/front.js";
import { Person } from "/views/person.js";
import { Places } from "/views/places.js";
import { Problems } from "/views/problems.js";
import { Question } from "/views/questions.js";
import { Report } from "/views/report.js";
import { Review } from "/views/review.js";
import { Search } from "/views/search.js";
import { Sources } from "/views/sources.js";
import { Story } from "/views/story.js";

const VIEWS = { "": Front, report: Report, story: Story, search: Search, person: Person, sources: Sources, claims: Question,
    events: Question, figures: Question, places: Places, review: Review, add: Add, read: Read,
    problems: Problems };

function Nothing({ route }) {
    return html`<h1>There is no such page</h1>
        <p>Nothing is shown at <code>${route.view}</code>. <a href="#/">The front</a> leads on.</p>`;
}

function Page() {
    const route = useRoute();
    const View = VIEWS[route.view] ?? Nothing;
    // Another claim of a report is no other page; a report is.
    const place = `${route.view}/${route.parts[0] ?? ""}`;
    const before = useRef(place);
    useEffect(() => {
        if (before.current === place) return;
        before.current = place;
        scrollTo(0, 0);
        document.getElementById("main").focus({ preventScroll: true });
    }, [place]);
    return html`<${Frame} route=${route}><${View} key=${place} route=${route} /><//>`;
}

const at = document.getElementById("page");
at.replaceChildren();
startKeys();
listen();
render(html`<${Page} />`, at);
