"""Where records, failures and the report go: no file of the user's is replaced, and none is incomplete."""
