"""How fast we are: the assistant's first reply and the first human contact, always apart."""
