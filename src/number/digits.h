/* digits.h - numbers that begin with a digit. Internal to the room. */
#ifndef LGM_NUMBER_DIGITS_H
#define LGM_NUMBER_DIGITS_H

#include "number/number.h"

/* "3", "1,000", "2.5", "22nd", "1/2": the whole of a form; its kind and value, and nothing else. */
lgm_number lgm_number_digits(lgm_slice form);

#endif
