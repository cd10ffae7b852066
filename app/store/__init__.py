"""The vault: one encrypted database, its keys, its thread, and plain functions over its tables."""
