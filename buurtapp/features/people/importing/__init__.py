"""Reading a list of neighbours: look at the file, choose the columns, see the plan, and only then save it.

Start reading at `records.py`; the steps are `columns.guess`, `plan.make_plan` and `actions.apply_plan`.
"""
