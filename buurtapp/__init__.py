"""Buurtapp keeps a neighbourhood group going on one offline laptop. Start reading in `buurtapp/README.md`."""

__version__ = "0.1.0"
