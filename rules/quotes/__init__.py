"""Quotes: who said them, and whether their marks and words agree with the story."""
