"""The group itself: its name, purpose, contact and logo, and its file. Start reading at `records.py`."""
