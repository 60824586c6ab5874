"""Designs of article pages, one file each; whether a page is the Endowment's, its layout, or why it is refused."""
