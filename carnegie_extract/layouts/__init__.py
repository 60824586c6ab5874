"""Designs of article page, one file each; whose a page is, which layout it has (`recognise`), or why it is refused."""
