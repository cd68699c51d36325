"""What the company has approved to be said: reading, indexing, finding and citing its documents."""
