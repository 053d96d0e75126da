"""The content on paper: a book for a safeguarding lead to review, and pages for parents."""
