"""Rules about what is left in an article that is not part of the story."""
