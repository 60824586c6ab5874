"""What users see on the terminal: messages, a bar, the explanation of a page."""
