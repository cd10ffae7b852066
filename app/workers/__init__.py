"""Child processes without keys: a statement reader and the model, each behind two pipes."""
