"""records.py - records made by hand, to be shown: spans are found by their words.

    report("Ada Lind said it fell. Jo Marsh denied it.",
           claim("Ada Lind", "said", "it fell", speaker="Ada Lind"),
           claim("Jo Marsh", "denied", "it", speaker="Jo Marsh", replies=[(1, "denies")]),
           entities=[entity("Ada Lind"), entity("Jo Marsh")])

Words are looked for from where the last part of the same claim began; "a | b" are two pieces. Claims stand
in order of the text; numbers of claims count from 1.
"""
import hashlib
import re


def claim(source, cue, content, **more):
    return {"source": source, "cue": cue, "content": content, **more}


def entity(name, *mentions, type="PER", roles=(), named=True):
    return {"name": name, "mentions": mentions or (name,), "type": type, "roles": list(roles), "named": named}


def event(trigger, agents=(), patients=(), **more):
    """at: words of its sentence; place: an entity; time: the words of a time; counts: (words, of, value, relation);
    by: numbers of claims."""
    return {"trigger": trigger, "agents": agents, "patients": patients, **more}


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


def made_event(text, number, v, ids, times):
    start = text.find(v.get("at", v["trigger"]))
    counts = [{"of": of, "value": value, "relation": relation, "start": s[0], "end": s[1]}
              for words, of, value, relation in v.get("counts", []) for s in spans(text, words)]
    return {"id": f"v{number}", "trigger": spans(text, v["trigger"], start)[0], "plover": "ASSAULT", "cameo": "190",
            "agents": [ids[n] for n in v["agents"]], "patients": [ids[n] for n in v["patients"]],
            "instruments": list(v.get("instruments", [])), "place": ids.get(v.get("place")),
            "time": {"value": times[v["time"]][1], "time": times[v["time"]][0]} if "time" in v else None,
            "counts": counts, "polarity": v.get("polarity", "+"), "modality": v.get("modality", "actual"),
            "asserted_by": [f"c{n}" for n in v.get("by", [])], "confidence": v.get("confidence", 0.7)}


def made_figure(text, number, f, ids, times):
    """words: as they stand in the text; by: numbers of claims; scope: {place, time, extent}; part_of, revised: numbers of
    figures."""
    start, end = spans(text, f["words"])[0]
    made = {"id": f"f{number}", "of": f["of"], "value": f["value"], "relation": f.get("relation", "="), "start": start,
            "end": end, "event": None, "asserted_by": [f"c{n}" for n in f.get("by", [])]}
    made.update({k: f[k] for k in ("what", "upper", "unit", "vague") if k in f})
    if "scope" in f:
        scope = f["scope"]
        made["scope"] = {**({"place": ids[scope["place"]]} if "place" in scope else {}),
                         **({"time": times[scope["time"]][0]} if "time" in scope else {}),
                         **({"extent": scope["extent"]} if "extent" in scope else {})}
    if "part_of" in f:
        made["part_of"] = [f"f{n}" for n in f["part_of"]]
    if "revised" in f:
        made["revised_from"] = f"f{f['revised']}"
    return made


def made_incident(i, ids):
    """perpetrators: (entity, kind, how sure); fillers: lists of words."""
    return {"type": i["type"], "events": [f"v{n}" for n in i["events"]], "date": i.get("date"),
            "place": ids.get(i.get("place")), "stage": i.get("stage", "accomplished"),
            "perpetrators": [{"entity": ids[e], "kind": k, "confidence": c} for e, k, c in i.get("perpetrators", [])],
            "perp_individuals": i.get("individuals", []), "perp_organisations": i.get("organisations", []),
            "targets": i.get("targets", []), "victims": i.get("victims", []), "weapons": i.get("weapons", []),
            "killed": i.get("killed"), "wounded": i.get("wounded")}


def report(text, *claims, entities=(), times=(), disputes=(), title=None, events=(), incidents=(), timeline=(),
           figures=()):
    """times: (words, value) or (words, value, mod); disputes: (over, sides), each side a list of numbers of claims;
    timeline: ids of claims and events, with the words of their times."""
    ids = {e["name"]: f"e{i + 1}" for i, e in enumerate(entities)}
    found = {t[0]: (f"t{i + 1}", t[1]) for i, t in enumerate(times)}
    sha = hashlib.sha256(text.encode()).hexdigest()
    start, made = 0, []
    for i, c in enumerate(claims):
        made.append(made_claim(text, i + 1, c, ids, found, start))
        first = made[-1]["source"] + made[-1]["cue"] + made[-1]["content"]
        start = min(s[0] for s in first)
    return {
        "legomena": 1, "id": sha[:16], "url": None, "title": title, "byline": None, "publisher": "The Gull",
        "date": "2024-05-24", "retrieved": None, "lang": "en", "sha256": sha, "raw_sha256": sha, "model": None,
        "engine": "0", "text": text, "sentences": [[m.start(), m.end()] for m in re.finditer(r"\S(?:[^.\n]|\.(?![\s”]))*\.?”?", text)],
        "entities": [{
            "id": ids[e["name"]], "type": e["type"], "name": e["name"], "aliases": [], "roles": e["roles"],
            "place": None, "actor": None,
            "mentions": sorted(({"start": s[0], "end": s[1], "form": "name" if e["named"] else "nominal"}
                                for m in e["mentions"] for s in spans(text, m)), key=lambda m: m["start"])}
            for e in entities],
        "times": [{"id": found[t[0]][0], "start": s[0], "end": s[1], "type": "DATE", "value": t[1],
                   "mod": t[2] if len(t) > 2 else None, "anchor": None} for t in times for s in spans(text, t[0])[:1]],
        "claims": made, "events": [made_event(text, i + 1, v, ids, found) for i, v in enumerate(events)],
        "figures": [made_figure(text, i + 1, f, ids, found) for i, f in enumerate(figures)],
        "incidents": [made_incident(i, ids) for i in incidents],
        "timeline": [{"value": found[w][1], "record": of} for of, w in timeline],
        "disputes": [{"over": over, "sides": [[f"c{n}" for n in side] for side in sides]} for over, sides in disputes],
        "warnings": []}
