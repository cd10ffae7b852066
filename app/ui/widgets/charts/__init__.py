"""Charts of a few lines each, drawn with QPainter from the theme's tokens."""
