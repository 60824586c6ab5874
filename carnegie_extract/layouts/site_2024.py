"""carnegieendowment.org, April 2024 to late 2025: Nuxt before Payload, read by landmarks more than by its markup."""

from carnegie_extract.layouts.layout import Layout

SITE_2024 = Layout(name="site-2024", of_site=True)
