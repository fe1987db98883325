"""Papers of activities: record in, pages out. Start reading at `attendance_list.py`."""
