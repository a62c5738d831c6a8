"""Rules about one article, or one run, that writes a thing in two ways."""
