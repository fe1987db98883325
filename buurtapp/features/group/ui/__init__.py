"""What every screen uses of the group."""
