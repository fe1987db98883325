"""One folder for each thing the coordinator talks about. Which may name which stands in `buurtapp/README.md`."""
