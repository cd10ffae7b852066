"""The terminal face: one file a group of commands, all on the book and its use cases."""
