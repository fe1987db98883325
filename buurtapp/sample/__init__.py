"""The sample neighbourhood Klaverhoek: all people, numbers and addresses are invented, and the same every time.

Start reading at `make.py`; the story people and activities stand in `story.py`, the names to draw from in `names.py`.
"""
