/* floats.c - the setting in which floats are computed: the default, whatever the host has. */
#include "pipeline/pipeline.h"

void lgm_pipeline_floats_begin(fenv_t *host)
{
    fegetenv(host);
    fesetenv(FE_DFL_ENV);
}

void lgm_pipeline_floats_end(const fenv_t *host)
{
    fesetenv(host);
}
