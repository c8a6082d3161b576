"""records.py - records made by hand, to be shown: spans are found by their words.

    report("Ada Lind said it fell. Jo Marsh denied it.",
           claim("Ada Lind", "said", "it fell", speaker="Ada Lind"),
           claim("Jo Marsh", "denied", "it", speaker="Jo Marsh", replies=[(1, "denies")]),
           entities=[entity("Ada Lind"), entity("Jo Marsh")])

Words are looked for from where the last part of the same claim began; "a | b" are two pieces. Claims stand
in order of the text; numbers of claims count from 1.
"""
import hashlib


def claim(source, cue, content, **more):
    return {"source": source, "cue": cue, "content": content, **more}


def entity(name, *mentions, type="PER", roles=(), named=True):
    return {"name": name, "mentions": mentions or (name,), "type": type, "roles": list(roles), "named": named}


def spans(text, words, start=0):
    found = []
    for piece in filter(None, (p.strip() for p in (words or "").split("|"))):
        at = text.find(piece, start)
        if at < 0:
            raise ValueError(f"{piece!r} is not in the text from {start} on")
        found.append([at, at + len(piece)])
        start = at + len(piece)
    return found


def made_claim(text, number, c, ids, times, start):
    sentence = text.find(c["at"]) if "at" in c else start
    source, cue, content = (spans(text, c[k], sentence) for k in ("source", "cue", "content"))
    speakers = [ids[name] for name in ([c["speaker"]] if isinstance(c.get("speaker"), str) else c.get("speaker", []))]
    made = {"id": f"c{number}", "source": source, "cue": cue, "content": content, "form": c.get("form", "indirect"),
            "quoted": spans(text, c.get("quoted"), sentence), "act": c.get("act", "state"),
            "speaker": speakers[0] if speakers else None, "speaker_kind": c.get("kind", "named"),
            "via": [ids[name] for name in c.get("via", [])], "venue": c.get("venue"),
            "said": {"value": times[c["said"]][1], "time": times[c["said"]][0]} if "said" in c else
                    {"value": None, "time": None},
            "parent": f"c{c['parent']}" if "parent" in c else None, "certainty": c.get("certainty", "CT+"),
            "evidence": c.get("evidence"), "repetition": c.get("repetition"), "about": [ids[name] for name in c.get("about", [])],
            "replies": [{"to": f"c{to}", "how": how} for to, how in c.get("replies", [])],
            "confidence": c.get("confidence", 0.9)}
    for key in ("evidence_span", "repetition_span"):
        if key in c:
            made[key] = spans(text, c[key], sentence)
    if "justification" in c:
        kind, words = c["justification"]
        made["justification"] = {"span": spans(text, words)[0], "kind": kind}
    if "to" in c:
        made["to"] = [{"start": s[0], "end": s[1], "entity": ids.get(name)}
                      for words, name in c["to"] for s in spans(text, words, sentence)]
    if c.get("observed"):
        made["observed"] = True
    if len(speakers) > 1:
        made["speakers"] = speakers
    return made


def report(text, *claims, entities=(), times=(), disputes=(), title=None):
    """times: (words, value); disputes: (over, sides), each side a list of numbers of claims."""
    ids = {e["name"]: f"e{i + 1}" for i, e in enumerate(entities)}
    found = {words: (f"t{i + 1}", value) for i, (words, value) in enumerate(times)}
    sha = hashlib.sha256(text.encode()).hexdigest()
    start, made = 0, []
    for i, c in enumerate(claims):
        made.append(made_claim(text, i + 1, c, ids, found, start))
        first = made[-1]["source"] + made[-1]["cue"] + made[-1]["content"]
        start = min(s[0] for s in first)
    return {
        "legomena": 1, "id": sha[:16], "url": None, "title": title, "byline": None, "publisher": "The Gull",
        "date": "2024-05-24", "retrieved": None, "lang": "en", "sha256": sha, "raw_sha256": sha, "model": None,
        "engine": "0", "text": text, "sentences": [[0, len(text)]],
        "entities": [{
            "id": ids[e["name"]], "type": e["type"], "name": e["name"], "aliases": [], "roles": e["roles"],
            "place": None, "actor": None,
            "mentions": sorted(({"start": s[0], "end": s[1], "form": "name" if e["named"] else "nominal"}
                                for m in e["mentions"] for s in spans(text, m)), key=lambda m: m["start"])}
            for e in entities],
        "times": [{"id": found[w][0], "start": s[0], "end": s[1], "type": "DATE", "value": v, "mod": None,
                   "anchor": None} for w, v in times for s in spans(text, w)],
        "claims": made, "events": [], "incidents": [], "timeline": [],
        "disputes": [{"over": over, "sides": [[f"c{n}" for n in side] for side in sides]} for over, sides in disputes],
        "warnings": []}
