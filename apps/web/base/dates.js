// dates.js - days as a person says them. Values are those of TIMEX3: "2024-05", "2024-W21-WE", "2024-05-24TMO".

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"];
const PARTS = { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };
const SEASONS = { SP: "spring", SU: "summer", FA: "autumn", AU: "autumn", WI: "winter" };

/* null where there is nothing to say; a value of no known form stays as it is. */
export function longDate(value) {
    if (!value) return null;
    const day = /^(\d{4})-(\d\d)-(\d\d)(?:T(.*))?$/.exec(value);
    if (day && MONTHS[day[2] - 1])
        return `${+day[3]} ${MONTHS[day[2] - 1]} ${day[1]}${clock(day[4])}`;
    const month = /^(\d{4})-(\d\d)$/.exec(value);
    if (month && MONTHS[month[2] - 1]) return `${MONTHS[month[2] - 1]} ${month[1]}`;
    const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
    if (week) return `${week[3] ? "weekend of week" : "week"} ${+week[2]}, ${week[1]}`;
    const season = /^(\d{4})-(SP|SU|FA|AU|WI)$/.exec(value);
    if (season) return `${SEASONS[season[2]]} ${season[1]}`;
    return value;
}

function clock(rest) {
    if (!rest) return "";
    const time = /^(\d\d:\d\d)/.exec(rest);
    return time ? `, ${time[1]}` : PARTS[rest] ? `, ${PARTS[rest]}` : "";
}

/* "9 April 2007 to 16 September 2013", "16 September 2013" */
export function longRange(first, last) {
    const from = longDate(first?.slice(0, 10)), to = longDate(last?.slice(0, 10));
    if (!from || !to || from === to) return from ?? to;
    const [a, b] = [from.split(" "), to.split(" ")];
    if (a.length === 3 && b.length === 3 && a[2] === b[2])
        return a[1] === b[1] ? `${a[0]}–${to}` : `${a[0]} ${a[1]} – ${to}`;
    return `${from} – ${to}`;
}

/* A day as milliseconds, noon of it; NaN where it is none. */
export function moment(day) {
    return Date.parse(`${(day ?? "").slice(0, 10)}T12:00:00Z`);
}
