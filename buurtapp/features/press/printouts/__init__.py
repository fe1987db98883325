"""Flyers on paper."""
