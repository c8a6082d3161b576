/*
 * rules.h - which mentions may not be joined, whatever their scores say. Internal.
 *
 * A rule is a line of the table and a function, lgm_coref_rule_NAME, which is true where it forbids
 * mention i to join the cluster of this antecedent. Beside its name stands a text that made the
 * rule necessary, which is a case of tests/golden/coref.
 *
 * Files   rules.c (by what a cluster is), rule_wording.c (by the words of a mention),
 *         rule_binding.c (by where a pronoun stands).
 */
#ifndef LGM_COREF_RULES_H
#define LGM_COREF_RULES_H

#include "coref/links/cluster.h"

#define LGM_COREF_RULES(R)                                                                         \
    /* rules.c */                                                                                  \
    R(indefinite_is_new, "A palace spokesman said that it was one for the crown.")                 \
    R(known_by_another_name, "Police said two boats were damaged.")                                \
    R(two_entities, "Aldine Motors bought Brenner Steel in May.")                                  \
    R(holds_another_office, "The chairman added that the staff had earned it.")                    \
    R(belongs_to_another, "Her advisers said she would win.")                                      \
    R(some_people, "Many here expect more.")                                                       \
    R(other_kind, "The team is confident that she will win.")                                      \
    R(other_sort, "The union accused the firm of hiding deaths. The firm denies the charge.")      \
    R(other_gender, "Mrs. Lind said the bridge was safe. Mr. Lind said it would have")             \
    /* rule_wording.c */                                                                           \
    R(one_more, "Another baker said the guild would meet in May.")                                 \
    R(others, "Other officials said it was not.")                                                  \
    R(they_are_several, "They agreed on a new pier, an official said.")                            \
    R(other_number,                                                                                \
      "Only 52 percent of voters want the pier; 63 percent said they want a bridge.")              \
    R(other_body, "The appeals court had upheld the ban, Nora Lind said.")                         \
    R(country_is_no_body, "The nation has waited for a year.")                                     \
    R(dateline_is_no_body, "GENEVA (AFP) — The rights office accused both sides of abuses.")       \
    R(several_are_not_one, "It will snow on Sunday, forecasters said.")                            \
    /* rule_binding.c */                                                                           \
    R(speaker_is_not_spoken_of, "Jonas Weber was given a prize in May, he said.")                  \
    R(subject_is_not_object, "He told Weber that the ferry had gone.")                             \
    R(relative_speaks_of_another, "His sister, Ada, said he had been ill.")                        \
    R(who_asks_does_not_answer, "A reporter asked Weber if the ferry was safe. He said it was.")   \
    R(who_accuses_does_not_deny, "Weber accused Lind of stealing the files, but he denied it.")

#define LGM_COREF_RULE(name, sentence)                                                             \
    bool lgm_coref_rule_##name(const lgm_coref_clusters *s, uint32_t i, uint32_t ante);
LGM_COREF_RULES(LGM_COREF_RULE)
#undef LGM_COREF_RULE

/* May mention i, with this antecedent, go into its cluster? True where no rule forbids it. */
bool lgm_coref_may_join(const lgm_coref_clusters *s, uint32_t i, uint32_t ante);

#endif
