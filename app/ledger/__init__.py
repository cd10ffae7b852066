"""Use cases: the only way from the faces to the data."""
