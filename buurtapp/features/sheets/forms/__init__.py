"""Registration forms: given a code when they are printed, read back when they come home. Start at `records.py`."""
