"""Rehearsal: scripted prospects talk to the assistant, and a score sheet says how it went."""
