"""Speakers: whether the story says who they are."""
