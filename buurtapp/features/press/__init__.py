"""Flyers and posters. Start reading at `records.py`."""
