"""carnegieendowment.org from about December 2025: Next.js before Payload. evidence/current-site.md."""

from carnegie_extract.layouts.layout import Layout

SITE_2026 = Layout(
    name="site-2026",
    claims=lambda signs: (
        not signs.plain_text and (signs.metadata_block or (signs.current and not signs.legacy))
    ),
    # A scraper of 2026 relies on `section#content .cms-html.payload-richtext`.
    body=("#content",),
    of_site=True,
)
