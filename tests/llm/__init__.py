"""The model client and its prompts."""
