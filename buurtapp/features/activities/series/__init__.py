"""Activities that come again: a rule, its days, those that were moved or skipped; and trials in one street."""
