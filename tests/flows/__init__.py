"""The stories, end to end, without a server."""
