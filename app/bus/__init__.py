"""Live fan-out: what was committed reaches the open streams."""
