"""House styles as tables: one TOML file a profile, read when it is chosen."""
