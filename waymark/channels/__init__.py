"""The ways in: each cleans what comes before anything reads it."""
