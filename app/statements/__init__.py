"""Reading bank statements: bytes in, proved rows out. Knows the domain alone: no vault, no settings, no clock."""
