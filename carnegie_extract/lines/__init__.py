"""Lines -> roles: each line of a page is judged once, by a rule that has a name."""
