"""What every room may stand on: clock, places, settings, log, redaction, tasks."""
