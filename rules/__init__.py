"""The rules of the house, one folder a family; installed as `verify.rules`."""
