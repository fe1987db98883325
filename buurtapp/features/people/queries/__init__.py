"""Questions about people, streets and doors: one function for each question a screen or paper asks."""
