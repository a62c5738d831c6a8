"""How words of the article are found in the sources, and compared with them."""
