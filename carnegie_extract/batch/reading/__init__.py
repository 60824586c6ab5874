"""How pages are read: which process reads which, within which limits, and what becomes of one that dies."""
