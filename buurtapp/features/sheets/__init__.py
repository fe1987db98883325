"""Printed sheets with a code and frozen rows, so that they can come home. Start reading at `records.py`."""
