"""Rules about slips of the keyboard: letters, spaces and words typed once too often or not at all."""
