"""Rules that could be worked out on a napkin: names, doors, phones, e-mail, order, doubles."""
