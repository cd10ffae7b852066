"""Builders and readers that several test rooms share."""
