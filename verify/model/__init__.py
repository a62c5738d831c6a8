"""The values that flow through the house; each is frozen once made."""
