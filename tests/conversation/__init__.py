"""Rules of the conversation."""
