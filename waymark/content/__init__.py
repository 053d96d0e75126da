"""The answers: what a file may say, how it is read, what is checked. No Rasa, no Django."""
