"""Tests: a rule, a use case, HTTP, a page in a real browser."""
