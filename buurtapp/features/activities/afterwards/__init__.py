"""Afterwards: two minutes to note what went well and what next time, thanks, and a report."""
