"""Finding and quoting in a small library, Japanese and English: tokens, scores, bands, extracts. Pure, usable alone."""
