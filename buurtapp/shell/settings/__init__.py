"""The settings: our group, how screens read, the safety of the file, and its history. Start reading at `page.py`."""
