"""Promises: who does what by when, with a day on which it is done or asked about."""
