"""Papers for people that are ticked or found: what can be chosen beside the paper as it will be printed."""
