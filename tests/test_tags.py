"""Topics and regions of pages without a metadata block: their tags, in any shape and place."""

import pytest
from small_pages import LAST, MORE, PARAGRAPHS, PROSE, legacy

from carnegie_extract import Article, extract


def read(page: str) -> Article:
    return extract(page.encode())


@pytest.mark.parametrize(
    "tags",
    [
        '<div><a href="/topics/trade">Trade</a> | <a href="/regions/china">China</a></div>',
        '<nav aria-label="Tags"><a href="/fr/topics/trade">Trade</a><a href="/fr/regions/china">China</a></nav>',
        '<ul><li><a href="/topics/trade">Trade</a></li><li><a href="/regions/china">China</a></li></ul>',
    ],
)
def test_tags_in_any_shape(tags: str) -> None:
    article = read(legacy(PARAGRAPHS, after=tags))
    assert (list(article.topics), list(article.regions)) == (["Trade"], ["China"])


def test_tags_and_the_disclaimer_in_the_footer_of_the_article_itself() -> None:
    links = '<a href="/topics/trade">Trade</a> <a href="/regions/china">China</a>'
    small = "<small>Carnegie does not take institutional positions on public policy issues; so these are hers.</small>"
    page = legacy(f"{PARAGRAPHS}").replace("<body>", "<body><article>")
    article = read(page.replace("</body>", f"<footer>{links}{small}</footer></article></body>"))
    assert (list(article.topics), list(article.regions), list(article.body)) == (
        ["Trade"],
        ["China"],
        [PROSE, MORE, LAST],
    )
