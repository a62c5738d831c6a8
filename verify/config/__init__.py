"""Settings: what verify.toml may say, and where it is found."""
