"""The stories, one file each, read top to bottom: the only place where a kind of job meets code."""
