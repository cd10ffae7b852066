"""The assistant: from a question in words to a plan, without a way to the vault."""
