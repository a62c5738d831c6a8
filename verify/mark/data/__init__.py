"""Weights that marking uses; README.md says where they come from."""
