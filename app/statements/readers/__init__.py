"""One file or small family of files a format, blind to one another."""
