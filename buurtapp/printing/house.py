"""The house of a group without a logo of its own, on a grid of 48."""

from __future__ import annotations

from buurtapp.printing.art import circle, path

LOGO = (
    circle(24, 24, 23, "main"),
    path("M9.5 25.5 24 11.5l14.5 14h-4.6V37H14.1V25.5z", "white"),
    path("M24 37V24.5", "main", 1.8),
    path("M24 34.5c-5 0-7.6-3-7.6-7.8 4.8 0 7.6 2.6 7.6 7.8zM24 30.5c0-5 2.6-7.8 7.6-7.8 0 5-2.8 7.8-7.6 7.8z", "main"),
)
