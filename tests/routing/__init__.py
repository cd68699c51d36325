"""Who is responsible, until when, and why."""
