"""Activities for calendars on phones and computers, out and in, and on the wall."""
