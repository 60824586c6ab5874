"""The layouts of the sites before mid-2024 share one body and one set of boxes: docs/pages.md#before-mid-2024."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.lines.chrome import Removal
from carnegie_extract.lines.judge import Markup

MARKUP = Markup(
    body=(".article-body",),
    runs=(".article-body",),
    removals=(
        Removal(".author-box", "author"),
        Removal(".related-pubs", "related"),
        Removal(".panel", "newsletter"),
        Removal(".related-topics", "tags"),
        Removal(".comment-wrapper", "comments"),
        Removal(".zone-2", "related"),
        Removal("#zone2", "related"),  # 2011-2016: the sign-up "Stay in the Know"
        Removal(".overlay-content", "box"),
        Removal("#left-tsinghua", "notice"),
        Removal(".footer", "footer"),
        Removal("#zoneDocFooter", "footer"),  # 2011-2016
    ),
    quotations=("p.extQuote",),  # China Financial Markets
    bare_byline=True,
)
PDF = ("a.analytics-download", ".related-docs a")

LEGACY_PUBLICATION = Layout(name="legacy-publication", markup=MARKUP, pdf=PDF)
"""The common publication page of 2017-2024: byline, date and label in one list, "Summary:"."""
LEGACY_REPORT = Layout(name="legacy-report", markup=MARKUP, pdf=PDF)
"""Books and long reports: "Published September 24, 2013" in the header."""
LEGACY_BLOG = Layout(name="legacy-blog", markup=MARKUP, blog=(".blog-zone-title__logo",), pdf=PDF)
"""Blog posts: China Financial Markets (seen), Diwan, Sada, Strategic Europe."""
CARNEGIE_RU = Layout(name="carnegie-ru", markup=MARKUP, pdf=PDF)
"""carnegie.ru and carnegiemoscow.org: a date in dots, day first."""
POLITIKA_2022 = Layout(name="politika-2022", markup=MARKUP, pdf=PDF)
"""Carnegie Politika 2022-2024 (`/politika/NNNNN`): summary, date and then the author."""
CARNEGIE_MEC = Layout(name="carnegie-mec", markup=MARKUP, pdf=PDF)
"""carnegie-mec.org in Arabic: label, headline, summary, then "نشرت في" and the date."""
