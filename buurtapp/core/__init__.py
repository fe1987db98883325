"""What all floors may use: store, errors, languages, paths, settings, clock, text, geometry. No Qt, paper or images."""
