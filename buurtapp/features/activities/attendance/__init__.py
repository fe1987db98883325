"""Who came: printed lists that come home, names nobody can read, and finding people at the door at once."""
