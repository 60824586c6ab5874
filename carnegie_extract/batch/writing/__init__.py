"""Where records, failures and the report go: nothing of somebody's is replaced, and no file is half a result."""
