"""What is told of activities to others, in numbers: of one of them, or of all between two days. Nobody is named."""
