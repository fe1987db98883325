"""The screen of streets and addresses: how people walk, areas with their connectors, and whole streets at once."""
