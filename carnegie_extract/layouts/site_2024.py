"""carnegieendowment.org, April 2024 to late 2025: markup not known, read by landmarks alone."""

from carnegie_extract.layouts.layout import Layout

SITE_2024 = Layout(
    name="site-2024",
    claims=lambda signs: not (signs.plain_text or signs.metadata_block or signs.current or signs.legacy),
    of_site=True,
)
