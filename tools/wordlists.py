"""Word lists of data/ as one sorted table in C: what the rooms entity and coref share.

A list is DIR/NAME.txt, an entry a line in lower case, "#" before a comment. A word of several lists has all
their kinds. Entries ascend in byte order, so that the room can halve its way.
"""
import os


def lines(folder, name):
    with open(os.path.join(folder, name + ".txt"), encoding="utf-8") as f:
        for line in f:
            line = " ".join(line.split())
            if line and not line.startswith("#"):
                yield line


def write(out, folder, room, header, table, files, fits):
    """files: [(name of the list, enumerator)]; table: what its C names begin with; fits(line): may it stand?"""
    kinds = {}
    for name, kind in files:
        for line in lines(folder, name):
            assert line == line.lower() and fits(line), line
            kinds.setdefault(line.encode(), []).append(kind)
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Built by tools/%s/words.py from data/%s: do not edit. */\n" % (room, room))
        f.write('#include "%s"\n\n' % header)
        f.write("const uint32_t %s_table_size = %d;\n" % (table, len(kinds)))
        f.write("const %s_entry %s_table[%d] = {\n" % (table, table, len(kinds)))
        for word in sorted(kinds):
            f.write('    {"%s", %s},\n' % (word.decode(), " | ".join(kinds[word])))
        f.write("};\n")
