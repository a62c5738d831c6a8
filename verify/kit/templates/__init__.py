"""Files of a new rule or plugin, with $names to fill in; nothing here is imported."""
