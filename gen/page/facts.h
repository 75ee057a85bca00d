/* What the pages tell of a row, in the words of a language. */
#ifndef GEN_PAGE_FACTS_H
#define GEN_PAGE_FACTS_H

#include "model/model.h"
#include "page/texts.h"

/* Has the model texts in the language of these? Its place there is set. */
bool page_language(const struct model *model, const struct page_texts *texts,
                   size_t *ret);

/* The codes of one of page_texts.ranges; false where there are none. */
bool page_range(const struct model *model, size_t range, unsigned *first,
                unsigned *last);

/* "1006", "3001–3002", "5000 and above". */
const char *page_codes(struct arena *arena, const struct page_texts *texts,
                       unsigned first, unsigned last);

/* The anchor of a part: "rules", and "ja-rules" where the page is not English.
 */
const char *page_part(struct arena *arena, const struct page_texts *texts,
                      const char *name);

/* That of a row: "1006", "ja-1006". */
const char *page_anchor(struct arena *arena, const struct page_texts *texts,
                        unsigned first);

const char *page_status(const struct page_texts *texts, const struct row *row);

/* What a rule says of the row's codes. */
const char *page_rule(struct arena *arena, const struct page_texts *texts,
                      const struct row *row, enum page_rule rule);

/* Does one of the first three rules say no? */
bool page_is_refusal(const struct row *row, enum page_rule rule);

/* Where it says so; NULL: nowhere, or it follows from the others. */
const char *page_rule_source(const struct row *row, enum page_rule rule);

/* The source to be shown: of a URL the word for it alone. */
const char *page_source(const struct page_texts *texts, const char *source);

/* Where it leads: the registration to what the row refers to first. */
const char *page_source_link(struct arena *arena, const struct row *row,
                             const char *source);

/* A reference to be shown; one to the mailing list as such. */
const char *page_reference(struct arena *arena, const struct page_texts *texts,
                           const struct reference *reference);

#endif
