"""A plugin of verify to start from."""
