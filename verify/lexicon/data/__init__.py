"""Packed word and name data; README.md says where each file comes from and under which licence."""
