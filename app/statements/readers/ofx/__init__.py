"""OFX 1.x (SGML), OFX 2.x (XML) and QFX: bank, card and the cash side of investment statements."""
