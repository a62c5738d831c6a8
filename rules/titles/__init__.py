"""Rules about the offices that copy gives to people."""
