"""Places where something was done before."""
