"""Rules about claims that the article itself can disprove: dates, days and figures."""
