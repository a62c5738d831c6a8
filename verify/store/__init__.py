"""What earlier articles said: facts, and the questions that rules may ask of them."""
