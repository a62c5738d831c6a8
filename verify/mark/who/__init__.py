"""Whom the words that name a source stand for."""
