"""How a rep is told: one provider is one file with a `make(...)`, found by `discover`."""
