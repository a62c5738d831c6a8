"""Reads ninjs, the news in JSON of wires and content systems, and answers in annotations."""
