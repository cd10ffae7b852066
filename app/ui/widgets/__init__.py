"""The controls of the window, each drawn from the theme's tokens."""
