"""Authors and dates that only the head says, in the forms that pages give them."""

import pytest
from small_pages import PARAGRAPHS, current

from carnegie_extract import Article, extract

SEVERAL = {
    "one tag each": '<meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Ray, Bo">',
    "semicolons": '<meta name="author" content="Lee, Ann; Ray, Bo">',
    "semicolons in the order of speech": '<meta name="author" content="Ann Lee; Bo Ray">',
    "commas": '<meta name="author" content="Ann Lee, Bo Ray">',
    "json-ld": '<script type="application/ld+json">{"@type": "Article", "author": "Lee, Ann; Ray, Bo"}</script>',
}
DAYS = {
    "with strokes": ("citation_publication_date", "2026/05/03"),
    "without zeros": ("citation_publication_date", "2026/5/3"),
    "in words": ("citation_date", "May 3, 2026"),
    "online": ("citation_online_date", "2026-05-03"),
}


def read(header: str, head: str) -> Article:
    return extract(current(f"<main>{PARAGRAPHS}</main>", header=header, head=head).encode())


@pytest.mark.parametrize("form", SEVERAL)
def test_names_of_the_head_are_told_apart(form: str) -> None:
    article = read("<p>May 3, 2026</p>", SEVERAL[form])
    assert [author.name for author in article.authors] == ["Ann Lee", "Bo Ray"]
    beside = read("<p>By Ann Lee and Bo Ray</p><p>May 3, 2026</p>", SEVERAL[form])
    assert ([author.name for author in beside.authors], beside.warnings) == (["Ann Lee", "Bo Ray"], ())


@pytest.mark.parametrize("form", DAYS)
def test_days_of_citations(form: str) -> None:
    name, value = DAYS[form]
    article = read("<p>By Ann Lee</p>", f'<meta name="{name}" content="{value}">')
    assert (article.date, article.warnings) == ("2026-05-03", ())
