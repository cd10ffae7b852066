"""How the window looks: tokens, fonts, icons and the stylesheet made from them."""
