// words.js - what codes of the record mean, in the words that the pages of the command have.

const ACTS = {
    state: "says", report: "reports", deny: "denies", dismiss: "dismisses", confirm: "confirms", accuse: "accuses",
    claim_responsibility: "claims responsibility", warn: "warns", promise: "promises", demand: "demands", ask: "asks",
    praise: "praises", criticise: "criticises", estimate: "estimates", predict: "predicts", believe: "believes",
    doubt: "doubts", reveal: "reveals", apologise: "apologises", other: "says",
};

const CERTAINTIES = {
    "CT+": "certain", "PR+": "probable", "PS+": "possible", "CT-": "certain that not", "PR-": "probably not",
    "PS-": "possibly not", "Uu": "left open",
};

const KINDS = {
    named: "named", role: "by office, without a name", group: "a body, or several people", anonymous: "kept unnamed",
    outlet: "a medium", document: "a document", unknown: "not told",
};

const QUESTIONS = {
    killed: "How many were killed", wounded: "How many were wounded", missing: "How many are missing",
    arrested: "How many were arrested", captured: "How many were captured", hostages: "How many hostages",
    rescued: "How many were rescued", displaced: "How many were displaced", protesters: "How many protested",
    sentenced: "How long the sentence", amount: "How much money", magnitude: "What magnitude",
    casualties: "How many were hit", seized: "What was seized", distance: "How far", age: "How old", who: "Who did it",
    victim: "Whom it befell", where: "Where", when: "When", cause: "Why", charge: "What the charge is",
};

const TYPES = {
    PER: "person", ORG: "body", GPE: "place", LOC: "place", FAC: "building or site", EVT: "happening", OTH: "thing",
};

export const actWord = (act) => ACTS[act] ?? "says";
export const certaintyWord = (certainty) => CERTAINTIES[certainty] ?? null;
export const kindWord = (kind) => KINDS[kind] ?? null;
export const questionWords = (question) => QUESTIONS[question] ?? question;
export const typeWord = (type) => TYPES[type] ?? "name";

export function count(n, one, many = `${one}s`) {
    return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

const RELATIONS = { "=": "", ">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "at most ", "~": "about " };

/* An answer as an account has it: "about 2,000 ft", "20 to 25", "Tasman Glacier". */
export function valueWords({ relation, value, upper, unit }) {
    if (value === null || value === undefined) return "not told";
    if (typeof value !== "number") return String(value);
    const amount = upper == null ? value.toLocaleString("en")
        : `${value.toLocaleString("en")} to ${upper.toLocaleString("en")}`;
    return `${RELATIONS[relation] ?? ""}${amount}${unit ? ` ${unit}` : ""}`;
}

/* "77 reports of 53 publishers, 9 April 2007 – …; 2 could not be read" */
export function coverageWords(coverage, range) {
    const parts = [count(coverage.reports, "report")
        + (coverage.publishers ? ` of ${count(coverage.publishers, "publisher")}` : "")];
    if (range) parts.push(range);
    if (coverage.not_read) parts.push(`${coverage.not_read.toLocaleString("en")} could not be read`);
    if (coverage.withdrawn) parts.push(`${coverage.withdrawn.toLocaleString("en")} withdrawn`);
    return parts.join(" · ");
}
