"""Understanding: Rasa graph components of our own, and the importer that feeds them."""
