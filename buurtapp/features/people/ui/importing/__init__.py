"""Reading a list of people in the window. Start reading at `view.py`; `steps.py` beside it says what a step is."""
