"""Reporters: findings in, one format out; none of them knows a rule."""
