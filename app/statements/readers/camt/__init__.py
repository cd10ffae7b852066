"""ISO 20022 bank-to-customer messages: CAMT.052 reports, CAMT.053 statements, CAMT.054 notifications, all versions."""
