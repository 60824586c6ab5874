"""carnegieendowment.org from about December 2025: Next.js before Payload. docs/pages.md#the-site-of-2026."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.lines.judge import Markup

# Scrapers of 2026 rely on `section#content .cms-html.payload-richtext` and `main .cms-html.payload-richtext`.
SITE_2026 = Layout(
    name="site-2026",
    markup=Markup(body=("#content",), runs=("#content .payload-richtext", "main .payload-richtext")),
    of_site=True,
)
