"""What the rep reads before the call: one index card, built from slots and events, never by a model."""
