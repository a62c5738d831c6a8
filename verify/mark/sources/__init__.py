"""Who may have said something, and what speaks for each."""
