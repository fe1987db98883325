"""Calendars of other programs (iCalendar, RFC 5545): our activities out, and those of others in."""
