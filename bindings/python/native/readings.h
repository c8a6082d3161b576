/* What became of one report: its record as a line of JSON, or why there is none. */
typedef struct readings {
    char *json; /* to be freed with lgm_string_free; NULL = an error */
    size_t len;
    lgm_err err;
} readings;

/* Reads n reports one after another. Python's lock is let go for all of them together. */
static void read_each(lgm_worker *worker, lgm_input *const *in, size_t n, readings *out);
