"""Rule packs: words, patterns and preferred forms as TOML, made into rules like any other."""
