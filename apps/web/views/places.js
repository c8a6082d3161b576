// places.js - where the places of reports are: of a story, of a report, or of the newest reports.
import { html, useRef } from "/base/dom.js";
import { usePlaces } from "/base/places.js";
import { link } from "/base/router.js";
import { count } from "/base/words.js";
import { Exports } from "/parts/exports.js";
import { useTitle } from "/parts/frame.js";
import { PlaceMap } from "/parts/map.js";
import { Answer } from "/parts/state.js";

export function Places({ route }) {
    const { story, in: report } = route.query;
    const found = usePlaces(story, report);
    useTitle("Places");
    return html`<h1>Places</h1><${Answer} of=${found}>${(data) => html`<${Found} data=${data} story=${story} report=${report} />`}<//>`;
}

function Of({ data, story, report }) {
    if (report) return html`of <a href=${link(["report", report])}>report ${report}</a>`;
    const reports = count(data.reports, "report");
    if (story) return html`of ${reports} of <a href=${link(["story", story])}>story ${story}</a>`;
    return html`of ${data.all > data.reports ? `the newest ${reports}` : reports} that claim something`;
}

function Found({ data, story, report }) {
    const at = useRef();
    const lead = html`<p class="lead">${count(data.places.length, "place")} ${html`<${Of} data=${data} story=${story} report=${report} />`}.
        ${data.without.length > 0 && ` Of ${count(data.without.length, "other name")} it is not known where it is.`}</p>`;
    if (!data.places.length) return html`${lead}<p>There is no map: no place of these reports is one that the gazetteer knows for sure.</p>`;
    return html`${lead}<div class="wide" role="region" tabindex="0" aria-label="Map"><${PlaceMap} places=${data.places} at=${at} /></div>
        <${Exports} name="places" picture=${() => at.current} json=${data.places.map(plain)} rows=${() => data.places.map(plain)} />
        <${Table} places=${data.places} />
        ${data.without.length > 0 && html`<details><summary>Names without a place on the map (${data.without.length})</summary>
            <p>${data.without.join("; ")}</p></details>`}`;
}

function plain({ name, country, geonames, lat, lon, confidence, reports, names }) {
    return { name, country, geonames, lat, lon, confidence, reports: reports.size, names: [...names].join("; ") };
}

function Table({ places }) {
    return html`<div class="wide" role="region" tabindex="0" aria-label="Places"><table><thead><tr><th scope="col">Place</th>
        <th scope="col">Country</th><th scope="col">Reports</th><th scope="col">Named as</th><th scope="col">Sure</th></tr></thead>
        <tbody>${places.map((p) => html`<tr key=${p.geonames}><th scope="row"><a href=${link(["events"], { where: p.name })}>${p.name}</a></th>
            <td>${p.country}</td><td class="number">${p.reports.size}</td><td>${[...p.names].join(", ")}</td>
            <td class="number">${Math.round(p.confidence * 100)} of 100</td></tr>`)}</tbody></table></div>`;
}
