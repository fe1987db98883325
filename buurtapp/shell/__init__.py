"""The window around all workspaces: side bar, menus, history, settings, first start. Start reading at `window.py`."""
