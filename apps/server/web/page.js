// page.js - the front: a search, and the claims that came last. Texts of reports stay texts.
const found = document.querySelector("#found");

async function ask(path)
{
    const answer = await fetch(path, {headers : {accept : "application/json"}});
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail);
    return body;
}

function element(name, text, ...inside)
{
    const e = document.createElement(name);
    if (text) e.textContent = text;
    e.append(...inside);
    return e;
}

function claim(row)
{
    return element(
        "article", "", element("strong", row.speaker ?? row.source ?? "(no source named)"), " ",
        element("span", row.content), element("br"),
        element("small",
                [ row.said ?? row.date, row.publisher, row.id ].filter(Boolean).join(" · ")));
}

function report(row)
{
    return element("article", "", element("strong", row.title ?? row.id), element("br"),
                   element("span", row.snippet ?? row.text ?? ""), element("br"),
                   element("small", [ row.date, row.publisher ].filter(Boolean).join(" · ")));
}

async function show()
{
    const words = new URLSearchParams(location.search).get("words") ?? "";
    document.querySelector("#words").value = words;
    try {
        const body = words ? await ask("/api/search?" + new URLSearchParams({text : words}))
                           : await ask("/api/claims?limit=20");
        const rows = words ? body.search.map(report) : body.claims.map(claim);
        found.replaceChildren(...rows);
        if (!rows.length) found.textContent = "Nothing is found.";
    } catch (e) {
        found.textContent = e.message;
    }
}

show();
new EventSource("/api/news").addEventListener("changed", show);
