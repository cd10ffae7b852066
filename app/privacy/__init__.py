"""What the owner is shown of the lock, the written places, the wipe and the audit trail."""
