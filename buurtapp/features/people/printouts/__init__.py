"""Papers about people: record in, pages out. Start reading at `people_list.py`."""
