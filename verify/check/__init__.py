"""Rules turn an article into flags; the engine turns flags into findings."""
