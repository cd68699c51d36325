"""The language model behind a deadline, a breaker and prompts that are files; optional everywhere."""
