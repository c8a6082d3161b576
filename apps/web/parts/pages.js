// pages.js - a list, page by page: what the cursor of an answer leads to is put behind it.
import { html, useEffect, useState } from "/base/dom.js";
import { ask, useAnswer } from "/base/api.js";

/* {data: {rows, coverage}, next, more()}, else as useAnswer has it. */
export function usePages(path, name) {
    const first = useAnswer(path);
    const [later, setLater] = useState([]);
    useEffect(() => setLater([]), [first.data]);
    if (!first.data) return first;
    const rows = [first.data, ...later].flatMap((page) => page[name]);
    const { next } = later.at(-1) ?? first.data;
    const more = async () => {
        const page = await ask(`${path}&cursor=${encodeURIComponent(next)}`);
        setLater((pages) => [...pages, page]);
    };
    return { data: { rows, coverage: first.data.coverage }, next, more };
}

export function More({ pages }) {
    return pages.next ? html`<p><button onClick=${pages.more}>Show more</button></p>` : null;
}
