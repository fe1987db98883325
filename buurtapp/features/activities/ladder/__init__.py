"""How involved somebody is, derived from what happened: the rule, and the questions that find what it needs."""
