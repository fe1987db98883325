"""Commands about the group and its file."""
