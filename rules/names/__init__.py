"""Rules about how people, bodies and places are named."""
