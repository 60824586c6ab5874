"""The hero image: the picture that belongs to the header, with or without a caption, and no logo."""

import pytest
from small_pages import DATE, PARAGRAPHS, STRAY, current, read

BY = f'<p>By <a href="/people/ann-lee">Ann Lee</a></p>{DATE}'
PORT = '<img src="/port.jpg" alt="">'


def image(over: str = "", header: str = BY, main: str = PARAGRAPHS) -> object:
    """The address of the hero image of a page whose header is an element of its own."""
    page = current(main, over=f'<div class="top">{over}', header=f"{header}</div>")
    found = read(page)["image"]
    return found["url"].removeprefix("https://carnegieendowment.org") if found is not None else None


HEROES = [
    f'<div class="hero-image">{PORT}</div>',
    '<img class="hero" src="/port.jpg" alt="">',
    f'<div id="lead"><picture>{PORT}</picture></div>',
    f'<div class="featured_image"><div>{PORT}</div></div>',
    f'<span class="post-cover">{PORT}</span>',
    '<img src="/port.jpg" width="960">',
    '<div><img src="/port.jpg" width="400" alt="Cranes"></div>',
]


@pytest.mark.parametrize("hero", HEROES)
def test_a_picture_without_a_caption_is_the_hero(hero: str) -> None:
    assert image(over=hero) == "/port.jpg"
    assert image(header=BY + hero) == "/port.jpg"


OTHERS = [
    PORT,
    '<img src="/port.jpg" width="80">',
    '<div class="hero"><a href="/salt"><img src="/salt.jpg" width="900"></a></div>',
    '<div class="hero"><img src="/x.png" alt="Carnegie lettermark logo"></div>',
    '<div class="hero"><img src="/x.png" alt="Strategic Europe" width="900"></div>',
    '<div class="hero"><img class="site-logo" src="/x.png" width="900"></div>',
    '<div class="hero"><div class="icon"><img src="/x.png"></div></div>',
    '<div class="author-portrait"><img src="/ann.jpg" width="500"></div>',
    f'<aside><div class="hero">{PORT}</div></aside>',
    f'<nav class="hero">{PORT}</nav>',
    f'<div class="heroine">{PORT}</div>',
]


@pytest.mark.parametrize("other", OTHERS)
def test_other_pictures_are_not_the_hero(other: str) -> None:
    assert image(over=other) is None


def test_the_first_hero_counts_and_none_below_the_header() -> None:
    assert image(over=OTHERS[4] + HEROES[0] + HEROES[0].replace("port", "pier")) == "/port.jpg"
    assert image(main=f"{HEROES[0]}{PARAGRAPHS}") is None


@pytest.mark.parametrize(
    "logo",
    [
        '<img src="/b.png" alt="Strategic Europe">',
        '<img src="/b.png" alt="Carnegie Europe">',
        '<img src="/b.png" class="blog-logo" alt="">',
        '<span class="logo"><img src="/b.png" alt="Harbor"></span>',
    ],
)
def test_a_logo_and_its_tagline_are_not_a_picture_with_a_credit(logo: str) -> None:
    over = f"<div><a href='/x'>{logo}</a><p>{STRAY}</p></div>"
    assert image(over=over) is None
    record = read(current(PARAGRAPHS, over=over, head='<meta property="og:image" content="/port.jpg">'))
    assert record["image"] == {"url": "https://carnegieendowment.org/port.jpg", "alt": None, "credit": None}


def test_a_picture_with_its_credit_alone_has_both() -> None:
    record = read(current(PARAGRAPHS, over=f"<div>{PORT}<p>Bo Ray, harbor office</p></div>"))
    assert record["image"] == {
        "url": "https://carnegieendowment.org/port.jpg",
        "alt": None,
        "credit": "Bo Ray, harbor office",
    }
