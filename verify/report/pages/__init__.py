"""What the HTML report is made of: the copy with its marks, the notes, the speakers, the pages of rules."""
