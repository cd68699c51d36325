"""What a prospect's message says, read by rules and a small classifier, in Japanese and English.

No network, no database, no clock, and no file but the trained weights and their words.
"""
