"""The nouns of Coffer: frozen values without I/O, without a clock, importing nothing else of ours."""
