"""How a rep is told."""
