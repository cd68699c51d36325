"""What a prospect's message says, read by rules in Japanese and English; pure: no I/O, no database, no clock."""
