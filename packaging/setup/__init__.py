"""The set-up of Coffer: the standard library alone, one step a file."""
