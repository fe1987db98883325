"""Readers of lists: spreadsheets, CSV and contacts. No Qt, no SQL, nothing about neighbours."""
