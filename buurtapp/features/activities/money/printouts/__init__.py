"""The folder that accounts for money, on paper."""
