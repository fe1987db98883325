"""What there is to do now: the next activities, paper still out, loose ends. Start reading at `records.py`."""
