"""Coffer: reads bank statements with proof, answers with proof, offline with proof."""
