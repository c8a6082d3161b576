/* formats.c - the table of formats, and which writer is whose. */
#include <string.h>

#include "export/exporting.h"

static const lgm_export_format formats[] = {
    {.name = "web-annotation",
     .extension = "jsonld",
     .media_type = "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
     .spans = 1,
     .offsets = 1,
     .help = "annotations of the text as the W3C has them (JSON-LD)"},
    {.name = "plover",
     .extension = "jsonl",
     .media_type = "application/x-ndjson",
     .spans = 1,
     .offsets = 1,
     .help = "events as PLOVER has them, one a line"},
    {.name = "gdelt-events",
     .extension = "tsv",
     .media_type = "text/tab-separated-values",
     .help = "events in the 61 columns of GDELT 2.0"},
    {.name = "gdelt-mentions",
     .extension = "tsv",
     .media_type = "text/tab-separated-values",
     .spans = 1,
     .help = "mentions of these events in the 16 columns of GDELT 2.0"},
    {.name = "acled",
     .extension = "csv",
     .media_type = "text/csv",
     .bom = 1,
     .help = "events in the columns of ACLED, with ids that stay"},
    {.name = "conllu",
     .extension = "conllu",
     .media_type = "text/plain",
     .spans = 1,
     .words = 1,
     .help = "sentences, words and trees as Universal Dependencies has them"},
    {.name = "brat",
     .extension = "ann",
     .media_type = "text/plain",
     .folder = 1,
     .spans = 1,
     .help = "a folder for brat: the text of each report, and its annotations"},
    {.name = "timelinejs",
     .extension = "json",
     .media_type = "application/json",
     .help = "what has a day, as a timeline of TimelineJS 3"},
    {.name = "geojson",
     .extension = "geojson",
     .media_type = "application/geo+json",
     .spans = 1,
     .offsets = 1,
     .help = "events on the map (RFC 7946)"},
    {.name = "schema-org",
     .extension = "jsonld",
     .media_type = "application/ld+json",
     .help = "Quotation and Claim of schema.org (JSON-LD), without a verdict"},
    {.name = "timeml",
     .extension = "tml",
     .media_type = "application/xml",
     .folder = 1,
     .spans = 1,
     .help = "a folder of TimeML: times, events, and the links between them"},
    {.name = "xmi",
     .extension = "xmi",
     .media_type = "application/vnd.xmi+xml",
     .folder = 1,
     .spans = 1,
     .help = "a folder of UIMA CAS (XMI), with its type system"},
    {.name = "stix",
     .extension = "json",
     .media_type = "application/stix+json;version=2.1",
     .help = "reports, notes and opinions as STIX 2.1"},
    {.name = "ftm",
     .extension = "jsonl",
     .media_type = "application/x-ndjson",
     .help = "entities of FollowTheMoney, for OpenAleph, one a line"},
    {.name = "obsidian",
     .extension = "md",
     .media_type = "text/markdown",
     .folder = 1,
     .help = "a folder of notes for Obsidian: one a report and one a claim, linked"},
    {.name = "markdown",
     .extension = "md",
     .media_type = "text/markdown",
     .spans = 1,
     .help = "who said what, in Markdown, with a footnote for each claim"},
    {.name = "csv",
     .extension = "csv",
     .media_type = "text/csv",
     .spans = 1,
     .bom = 1,
     .help = "a row a claim, for spreadsheets"},
    {0}};

/* In the same order. */
static const lgm_export_writer *const writers[] = {
    &lgm_export_web_annotation, &lgm_export_plover,
    &lgm_export_gdelt_events,   &lgm_export_gdelt_mentions,
    &lgm_export_acled,          &lgm_export_conllu,
    &lgm_export_brat,           &lgm_export_timelinejs,
    &lgm_export_geo_json,       &lgm_export_schema_org,
    &lgm_export_timeml,         &lgm_export_xmi,
    &lgm_export_stix,           &lgm_export_ftm,
    &lgm_export_obsidian,       &lgm_export_markdown_report,
    &lgm_export_claims_table,
};
_Static_assert(LGM_COUNT(writers) + 1 == LGM_COUNT(formats), "a writer for each format");

const lgm_export_format *lgm_export_formats(void)
{
    return formats;
}

const lgm_export_format *lgm_export_format_of(const char *name)
{
    for (const lgm_export_format *f = formats; f->name; f++)
        if (strcmp(f->name, name) == 0) return f;
    return NULL;
}

const lgm_export_writer *lgm_export_writer_of(const lgm_export_format *format)
{
    return writers[format - formats];
}
