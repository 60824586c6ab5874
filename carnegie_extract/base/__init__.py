"""What every other room may use: errors, the record's types, text, a quick start. Imports nothing of ours."""
