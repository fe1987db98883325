"""Streets, addresses and the people who live there. Start reading at `records.py`."""
