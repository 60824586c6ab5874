"""Pages whose parts come late, as streaming servers send them: each is put where it belongs, once."""

import pytest

from carnegie_extract import Article, extract

SITE = "Carnegie Endowment for International Peace"
PROSE = [
    f"The {each} was built by people who did not expect anybody to come, and who were right for a long time."
    for each in ("harbor", "lighthouse", "ferry", "warehouse")
]
NOTICE = (
    "<p>Carnegie does not take institutional positions on public policy issues; the views represented herein are "
    "those of the author(s) and do not necessarily reflect the views of Carnegie, its staff, or its trustees.</p>"
)


def read(body: str, above: str = "", below: str = "", byline: str = "<p>By Ann Lee</p>") -> Article:
    return extract(
        f'<html lang="en"><head><title>The Quiet Ports | {SITE}</title>'
        '<link rel="canonical" href="https://carnegieendowment.org/posts/2026/04/the-quiet-ports"></head>'
        f"<body><main>{above}<h2>The Quiet Ports</h2>{byline}<p>Published on Apr 23, 2026</p>"
        f'<section id="content">{body}</section>{NOTICE}</main>{below}</body></html>'.encode()
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


WAITS = '<template id="B:2"></template>'
OUTER = f'<div hidden id="S:1"><div>{paragraphs(PROSE[0])}{WAITS}{paragraphs(PROSE[3])}</div></div>'
INNER = f'<div hidden id="S:2">{paragraphs(*PROSE[1:3])}</div>'


@pytest.mark.parametrize("parts", [OUTER + INNER, INNER + OUTER])
def test_streamed_parts_within_streamed_parts(parts: str) -> None:
    article = read('<!--$?--><template id="B:1"></template><p>Loading</p><!--/$-->', below=parts)
    assert article.body == PROSE


@pytest.mark.parametrize("many", [3, 12])
def test_streamed_parts_in_a_chain(many: int) -> None:
    texts = [f"{PROSE[0]} That was the harbor of pier number {number}." for number in range(many)]
    parts = [
        f'<div hidden id="S:{at}">{paragraphs(text)}<template id="B:{at + 1}"></template></div>'
        for at, text in enumerate(texts)
    ]
    article = read('<template id="B:0"></template>', below="".join(parts[::-1]))
    assert article.body == texts


def test_streamed_parts_in_a_circle_are_not_placed() -> None:
    circle = (
        f'<div hidden id="S:{at}">{paragraphs(PROSE[at])}<template id="B:{1 - at}"></template></div>'
        for at in range(2)
    )
    assert read(paragraphs(*PROSE[2:]), below="".join(circle)).body == PROSE[2:]


LATE = f'<div hidden id="S:1">{paragraphs(*PROSE[1:])}</div>'


@pytest.mark.parametrize(
    ("waits", "late", "missing"),
    [
        ('<template id="B:1"></template>', "", True),
        (
            '<template id="B:1"></template><p>Loading</p>',
            '<div hidden id="S:2"><p>Another part</p></div>',
            True,
        ),
        ('<template id="B:1"></template><template id="B:2"></template>', LATE, True),
        ('<template id="B:1"></template>', LATE, False),
        ('<template id="menu"><li>Menu</li></template>', "", False),
    ],
)
def test_a_part_that_never_came_is_reported(waits: str, late: str, missing: bool) -> None:
    assert ("part-missing" in read(paragraphs(PROSE[0]) + waits, below=late).warnings) is missing


def test_each_of_many_hidden_elements_is_reported_for_itself() -> None:
    many = "".join(f"<div hidden><p>{each}</p><p>{each} {at}</p></div>" for at in range(60) for each in PROSE)
    label = '<div hidden>{"authors": ["Ann Lee"], "type": "commentary"}</div>'
    assert read(paragraphs(*PROSE), above=many, below=label).metadata == {
        "authors": ["Ann Lee"],
        "type": "commentary",
    }
