"""Plugins: the hooks, and the one façade over pluggy."""
