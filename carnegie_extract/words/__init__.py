"""Words, names and dates: what the site says, language by language, and what its addresses are."""
