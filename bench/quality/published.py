"""Aims, and published figures to stand beside ours (test sets and other splits: bench/PROTOCOL.md).

Sources: PolNeAR: CofeNet (Wang et al., COLING 2022, tables 6 to 8); "a second human" is measured on the 18
articles that several people coded. UD: documentation of UDPipe 2, Stanza 1.5.1 and Trankit, the card of
spaCy's en_udv25_englishewt_trf. UNER: its authors' baseline.
Times: TempEval-3 (UzZaman et al. 2013), Lee et al. 2014 (UWTime).
"""

AIMS = {
    "en-accurate": {
        "PolNeAR source, exact F1": 85, "PolNeAR cue, exact F1": 78, "PolNeAR content, exact F1": 76,
        "PolNeAR whole attribution, relaxed F1": 77, "EWT UPOS F1": 97, "EWT LAS F1": 88, "GUM LAS F1": 89,
        "names, Worldwide, exact F1": 88,
        "times, TimeML, relaxed F1": 93, "times, TimeML, value F1": 84,
        "coref, GUM, CoNLL F1": 65, "coref, GUM without singletons, CoNLL F1": 65,
        "deep, claims.f1": 82, "deep, claims.p": 88, "deep, nested_found": 75, "deep, parent": 70, "deep, act": 90,
        "deep, certainty": 85, "deep, said": 80, "deep, venue": 75, "deep, via": 80, "deep, replies": 60,
        "deep, speaker": 97, "deep, speaker_kind": 90,
        "deep, events.f1": 70, "deep, event.agents": 80, "deep, event.patients": 75, "deep, event.place": 75,
        "deep, event.date": 80, "deep, event.plover": 80, "deep, event.modality": 85, "deep, event.count": 85,
        "CAMEO (gsr.dev), root F1": 55, "CAMEO (gsr.dev), quad F1": 65, "CAMEO (gsr.dev), detection F1": 90,
    },
    "en-fast": {
        "PolNeAR source, exact F1": 74, "PolNeAR cue, exact F1": 68, "PolNeAR content, exact F1": 70.5,
        "PolNeAR whole attribution, relaxed F1": 68, "EWT sentences F1": 85, "EWT UPOS F1": 95,
        "EWT LAS F1": 82, "GUM LAS F1": 84, "names, Worldwide, exact F1": 82,
        "times, TimeML, relaxed F1": 93, "times, TimeML, value F1": 84,
        "coref, GUM, CoNLL F1": 55, "coref, GUM without singletons, CoNLL F1": 55,
        "deep, claims.f1": 82, "deep, claims.p": 88, "deep, nested_found": 75, "deep, parent": 70, "deep, act": 90,
        "deep, certainty": 85, "deep, said": 80, "deep, venue": 75, "deep, via": 80, "deep, replies": 60,
        "deep, speaker": 97, "deep, speaker_kind": 90,
        "deep, events.f1": 70, "deep, event.agents": 80, "deep, event.patients": 75, "deep, event.place": 75,
        "deep, event.date": 80, "deep, event.plover": 80, "deep, event.modality": 85, "deep, event.count": 85,
        "CAMEO (gsr.dev), root F1": 55, "CAMEO (gsr.dev), quad F1": 65, "CAMEO (gsr.dev), detection F1": 90,
    },
}

PUBLISHED = {
    "CAMEO (gsr.dev), root F1": "none: codes of PETRARCH2, in part mended by hand",
    "PolNeAR source, exact F1": "83.2 CofeNet (BERT); 73.3 two BiLSTM + Cofe",
    "PolNeAR cue, exact F1": "75.3 CofeNet (BERT); 67.0 BiLSTM + Cofe",
    "PolNeAR content, exact F1": "72.9 CofeNet (BERT); 63.6 two BiLSTM + Cofe",
    "PolNeAR source, begin F1": "87.1 CofeNet (BERT); 78.1 BiLSTM + Cofe",
    "PolNeAR cue, begin F1": "82.3 CofeNet (BERT); 73.9 BiLSTM + Cofe",
    "PolNeAR content, begin F1": "79.6 CofeNet (BERT); 70.8 BiLSTM + Cofe",
    "PolNeAR source, Jaccard": "76.4 CofeNet (BERT); 65.1 BiLSTM + Cofe",
    "PolNeAR cue, Jaccard": "69.4 CofeNet (BERT); 58.6 BiLSTM + Cofe",
    "PolNeAR content, Jaccard": "73.2 CofeNet (BERT); 64.7 BiLSTM + Cofe",
    "PolNeAR source, tokens F1": "81.2 a second human",
    "PolNeAR cue, tokens F1": "70.4 a second human",
    "PolNeAR content, tokens F1": "91.5 a second human",
    "PolNeAR whole attribution, relaxed F1": "77.4 a second human",
    "PolNeAR whole attribution, exact F1": "58.7 a second human",
    "PolNeAR source right where content is": "93.5 a second human",
    "EWT words F1": "99.1 UDPipe 2 (mBERT)",
    "EWT sentences F1": "90.6 spaCy 3.2 (XLM-R base)",
    "EWT UPOS F1": "96.9 spaCy 3.2 (XLM-R base); 96.2 Stanza 1.5",
    "EWT XPOS F1": "96.5 Trankit large; 95.8 Stanza 1.5",
    "EWT lemmas F1": "97.4 spaCy 3.2 (XLM-R base); 96.6 Stanza 1.5",
    "EWT UAS F1": "91.9 spaCy 3.2 (XLM-R base); 88.9 Stanza 1.5",
    "EWT LAS F1": "89.9 UDPipe 2 (mBERT); 86.8 Stanza 1.5; 77.0 UDPipe 1.2",
    "GUM words F1": "99.7 UDPipe 2 (mBERT)",
    "GUM sentences F1": "95.8 UDPipe 2 (mBERT)",
    "GUM UPOS F1": "98.1 UDPipe 2 (mBERT); 97.6 Stanza 1.5",
    "GUM XPOS F1": "98.1 UDPipe 2 (mBERT); 97.4 Stanza 1.5",
    "GUM lemmas F1": "98.8 UDPipe 2 (mBERT); 98.2 Stanza 1.5",
    "GUM UAS F1": "93.2 UDPipe 2 (mBERT); 90.5 Stanza 1.5",
    "GUM LAS F1": "91.5 UDPipe 2 (mBERT); 88.2 Stanza 1.5",
    "names, Worldwide, exact F1": "none on this split",
    "names, wikigold, exact F1": "none on this split",
    "names, UNER EWT, exact F1": "86.0 XLM-R large",
    "times, TimeML, relaxed F1": "91.4 UWTime; 90.3 HeidelTime",
    "times, TimeML, strict F1": "83.1 UWTime; 81.3 HeidelTime",
    "times, TimeML, value F1": "82.4 UWTime; 77.6 HeidelTime",
    "coref, GUM, CoNLL F1": "none comparable found",
    "coref, GUM without singletons, CoNLL F1": "none comparable found",
}
