"""PDF statements that hold text."""
