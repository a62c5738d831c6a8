"""What the house knows about words and names before it reads an article."""
