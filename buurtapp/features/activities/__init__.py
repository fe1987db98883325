"""Activities, who signs up and who came. Start reading at `records.py`."""
