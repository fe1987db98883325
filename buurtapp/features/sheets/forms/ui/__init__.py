"""Forms on the screen: printing them, and typing over those that came home."""
