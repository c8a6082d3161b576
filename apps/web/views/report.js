// report.js - a report of the ledger, with what people said of its claims.
import { html, useMemo } from "/base/dom.js";
import { address, useAnswer } from "/base/api.js";
import { link } from "/base/router.js";
import { sentenceMarks } from "/base/sentences.js";
import { Elsewhere } from "/parts/elsewhere.js";
import { useTitle } from "/parts/frame.js";
import { Exports } from "/parts/exports.js";
import { Marks } from "/parts/marks.js";
import { Reading } from "/parts/reading.js";
import { Answer } from "/parts/state.js";

export function Report({ route }) {
    const [id, kind, of] = route.parts;
    const record = useAnswer(id && `/api/reports/${encodeURIComponent(id)}`);
    const stories = useAnswer(id && address("/api/stories", { in: id }));
    const title = record.data?.title ?? `Report ${id}`;
    useTitle(title);
    const story = stories.data?.stories[0];
    const copies = useAnswer(id && `/api/reports/${encodeURIComponent(id)}/copies`);
    const accounts = useAnswer(story?.reports > 1 ? `/api/stories/${story.story}/accounts` : null);
    const marks = useMemo(() => (record.data ? sentenceMarks(record.data, id, copies.data?.copies, accounts.data) : []),
        [record.data, copies.data, accounts.data]);
    const head = story?.reports > 1 && html`<p class="facts">One of ${story.reports} reports of
        ${" "}<a href=${link(["story", story.story])}>${story.headline ?? `story ${story.story}`}</a></p>`;
    return html`<${Answer} of=${record}>${(data) => html`
        <${Reading} record=${data} at=${["report", id]} title=${title} kind=${kind} of=${of} head=${head} marks=${marks}
            beside=${(claim) => html`${accounts.data && html`
                <${Elsewhere} accounts=${accounts.data} report=${id} claim=${claim} />`}
                <${Marks} key=${claim.id} id=${`${id}:${claim.id}`} />`} />
        <${Exports} name=${`report-${id}`} json=${data} rows=${() => data.claims} />`}<//>`;
}
