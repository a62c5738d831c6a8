"""What figures are made of: amounts, measures, and how far two of them may lie apart."""
