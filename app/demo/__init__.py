"""The fictional company of `make demo`: its site, its people, and the split screen."""
