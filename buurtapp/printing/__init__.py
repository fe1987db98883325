"""Tools to draw on paper: fonts, text in every script, pages, tables, codes and marks. They know no feature.

Start reading at `pages.py` (what a finished print is), `pen.py` (drawing in mm) and `fonts.py` (the letters).
"""
