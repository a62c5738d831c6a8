"""From the spreadsheets of a newsroom to the files that this house reads."""
