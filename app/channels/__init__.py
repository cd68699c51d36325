"""Routes by which prospects reach us and we answer."""
