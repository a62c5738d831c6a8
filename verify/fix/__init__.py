"""Fixes: which of a rule's suggestions may be put into the copy unread, and how they get there."""
