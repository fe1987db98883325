"""What every screen uses that prints a paper with a code."""
