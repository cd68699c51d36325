"""The product's stories from end to end, in one process."""
