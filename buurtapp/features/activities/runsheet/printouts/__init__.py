"""Papers of the run sheet: record in, pages out. Start reading at `run_sheet.py`."""
