// dom.js - Preact, its hooks and htm, by the names that the views use. What is put into html`…` becomes
// text, never markup: names and words of reports stay what they are.
export {
    html, render, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState,
} from "/vendor/preact.js";
