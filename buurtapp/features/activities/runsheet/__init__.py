"""The run sheet (draaiboek): jobs before, on the day and after, who does them, and what is at hand."""
