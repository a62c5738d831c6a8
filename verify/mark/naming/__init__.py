"""What names are made of, and whom they stand for."""
