"""Readers: bytes in, a Document out."""
