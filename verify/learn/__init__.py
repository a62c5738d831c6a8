"""Scripts that learn what the package ships; run by hand, never imported by it."""
