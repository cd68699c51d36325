"""Leads: intake, the thread of messages, contact data, behaviour and consent, score."""
