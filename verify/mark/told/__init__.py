"""What the copy tells of somebody beside the name (age, parts, party, home), and what it reports of them."""
