"""The screens of this feature. Start reading at `page.py`."""
