"""Noun phrases and subjects, read without a parser."""
