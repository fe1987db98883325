"""Migrations of the group file, one file for each released schema. Frozen: they never import the app's own code."""
