"""ZIP archives of statements."""
