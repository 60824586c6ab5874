"""What every other package may use: errors, the record's types, text, a quick start. Imports nothing of ours."""
