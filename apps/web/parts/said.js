// said.js - a claim in a line: who, what it does where that is more than to say, and what is said.
import { html } from "/base/dom.js";
import { actWord } from "/base/words.js";

/* A row of the question claims. */
export function Said({ claim }) {
    const act = actWord(claim.act);
    return html`<b>${claim.speaker ?? "A source that is not told"}</b>${act !== "says"
        && html` <i>${act}</i>`}: ${claim.content}`;
}
