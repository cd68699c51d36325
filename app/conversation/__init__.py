"""A turn: what the prospect wrote, the next act decided by rules, and words that pass the guard."""
