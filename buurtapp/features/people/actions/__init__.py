"""What the coordinator does with people, doors and labels."""
