"""Commands about activities."""
