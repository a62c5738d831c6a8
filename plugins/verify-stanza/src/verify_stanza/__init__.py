"""Marks made with a parser: a second engine for verify, from a stanza pipeline."""
