"""Bytes -> Page: encoding, tree, head, and the lines in reading order. Nothing is judged here."""
