"""Paper for afterwards: cards to say thank you with, and what is told of activities to others."""
