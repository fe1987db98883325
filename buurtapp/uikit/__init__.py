"""Qt tools that know nothing of neighbours: colours, icons, plates, lists, background work. Start at `theme.py`."""
