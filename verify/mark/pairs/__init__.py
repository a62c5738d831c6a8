"""How quotation marks pair."""
