"""Wire and feed formats in XML: NITF, NewsML-G2, RSS and Atom."""
