"""placefile.py - names as the table of places knows them, and its bytes. src/world/places.h has both."""
import ctypes
import ctypes.util
import struct
import unicodedata

MAGIC, VERSION, ALIGN = b"LGMPLACE", 1, 64
KINDS = ["continent", "country", "admin1", "admin2", "capital", "seat", "town", "part"]
KIND = {k: i for i, k in enumerate(KINDS)}
NO_COUNTRY, ALTERNATE, USUAL = 255, 1, 2
DROPPED = set(".'\u2018\u2019\u02bc\u02bb\u02b9\u02ba`\u02bf\u02be")
LETTERS = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe",
           "þ": "th", "ə": "a", "&": " and "}
WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def fold(name):
    """Lower case without marks; periods and apostrophes go, all else that is no letter or digit is a
    space; "saint" is "st"; no "the" in front."""
    out = []
    for c in unicodedata.normalize("NFD", name):
        if unicodedata.category(c)[0] == "M" or c in DROPPED:
            continue
        c = c.lower()
        c = LETTERS.get(c, c)
        for d in c:
            out.append(d if d.isalnum() else " ")
    words = [WORDS.get(w, w) for w in "".join(out).split()]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def hash64(data):
    """FNV-1a and MurmurHash3's finaliser: lgm_hash64 of src/base with seed 0."""
    m = (1 << 64) - 1
    h = 0xCBF29CE484222325
    for b in data:
        h = ((h ^ b) * 0x100000001B3) & m
    h ^= h >> 33
    h = h * 0xFF51AFD7ED558CCD & m
    h ^= h >> 33
    h = h * 0xC4CEB9FE1A85EC53 & m
    return h ^ h >> 33


def xxh3_64(data):
    lib = ctypes.CDLL(ctypes.util.find_library("xxhash") or "libxxhash.so.0")
    lib.XXH3_64bits.restype = ctypes.c_uint64
    lib.XXH3_64bits.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
    return lib.XXH3_64bits(bytes(data), len(data))


def pad(data):
    return data + bytes(-len(data) % ALIGN)


def write(path, places, names, n_countries, n_admin1, bits):
    """places: dicts in order (countries, first-order divisions, the rest) with id lat lon name admin1
    country kind size code; names: set of (folded name, place index, flag)."""
    text, offsets = bytearray(b"\0"), {"": 0}

    def keep(s):
        if s not in offsets:
            offsets[s] = len(text)
            text.extend(s.encode() + b"\0")
        return offsets[s]

    name_at = [keep(p["name"]) for p in places]
    code_at = [keep(p["code"]) for p in places[:n_countries + n_admin1]]
    entries = sorted((hash64(n.encode()), place, flag) for n, place, flag in names)
    buckets, at = [], 0
    for b in range(1 << bits):
        buckets.append(at)
        while at < len(entries) and entries[at][0] >> (64 - bits) == b:
            at += 1
    buckets.append(at)

    def column(form, key):
        return pad(struct.pack("<%d%s" % (len(places), form), *[p[key] for p in places]))

    body = b"".join([
        column("I", "id"), column("i", "lat"), column("i", "lon"),
        pad(struct.pack("<%dI" % len(places), *name_at)),
        column("H", "admin1"), column("B", "country"), column("B", "kind"), column("B", "size"),
        pad(struct.pack("<%dI" % len(code_at), *code_at)),
        pad(struct.pack("<%dI" % len(buckets), *buckets)),
        pad(struct.pack("<%dI" % len(entries), *[e[0] >> (32 - bits) & 0xFFFFFFFF for e in entries])),
        pad(struct.pack("<%dI" % len(entries), *[e[1] | e[2] << 24 for e in entries])),
        bytes(text)])
    head = struct.pack("<8sIIQQIIIIII", MAGIC, VERSION, len(places), 64 + len(body), xxh3_64(body),
                       len(entries), bits, n_countries, n_admin1, len(text), 0)
    with open(path, "wb") as f:
        f.write(head + struct.pack("<Q", xxh3_64(head)) + body)
    return 64 + len(body)
