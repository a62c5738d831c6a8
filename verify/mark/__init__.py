"""Markers: each turns a document, and the marks it needs, into one more mark."""
