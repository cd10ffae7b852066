"""QIF: the registers of bank, cash, card and other accounts; investment registers and lists are named, not read."""
