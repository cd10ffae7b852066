"""Migrations: SQL only, numbered, never changed once shipped."""
