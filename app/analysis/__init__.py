"""Pure functions over transactions: names, categories, kinds, totals, comparisons, recurring payments."""
