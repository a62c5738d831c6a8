"""Trains the small models that the plugin ships, from Universal Dependencies and Universal NER."""
