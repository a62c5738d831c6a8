"""What the copy tells of somebody beside the name: age, parts in the story, party, body and home."""
