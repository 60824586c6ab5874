"""Whose a plain text is: a header as the Endowment prints it, and a mark beside it."""

import pytest
from test_site import ENDOWMENT, read

from carnegie_extract import ExtractionError

TEXT = """Commentary
The Quiet Ports
By Ann Lee
{published}April 23, 2026

The harbor was dredged in the spring, and nobody has been able to say who paid for it or why.

The ferries come twice a day now, and the ferrymen complain of the wait between the two of them.

{end}
"""


@pytest.mark.parametrize("end", [f"© 2026 {ENDOWMENT}.", ENDOWMENT, "Carnegie Politika"])
def test_text_with_a_header_and_a_mark(end: str) -> None:
    assert read(TEXT.format(published="", end=end).encode()).headline == "The Quiet Ports"


@pytest.mark.parametrize("end", ["", "Ann Lee is a fellow at the Carnegie Endowment.", "© 2026 The Gazette"])
def test_text_without_a_mark(end: str) -> None:
    with pytest.raises(ExtractionError, match="signs"):
        read(TEXT.format(published="Published on ", end=end).encode())


@pytest.mark.parametrize(
    "rights",
    [
        "© 2026 The Marsh Gazette",
        "© The Marsh Gazette",
        "Copyright 2026 The Marsh Gazette. All rights reserved.",
        "Copyright © The Marsh Gazette 2026",
        "(c) 2026 The Marsh Gazette",
        "2026 © The Marsh Gazette",
        "The Marsh Gazette © 2026",
        "© 2026 The Marsh Gazette. Reprinted with permission of the Carnegie Endowment.",
    ],
)
@pytest.mark.parametrize("published", ["", "Published on "])
@pytest.mark.parametrize("mark", [ENDOWMENT, "Diwan"])
def test_text_with_the_rights_of_another(rights: str, published: str, mark: str) -> None:
    with pytest.raises(ExtractionError, match="signs"):
        read(TEXT.format(published=published, end=f"{mark}\n\n{rights}").encode())


def test_text_with_the_rights_of_another_above_it() -> None:
    text = "Copyright 2026 The Marsh Gazette\nAll Rights Reserved\n\n" + TEXT.format(
        published="", end=ENDOWMENT
    )
    with pytest.raises(ExtractionError, match="signs"):
        read(text.encode())


@pytest.mark.parametrize(
    "rights", ["© 2015 Getty Images", "© AFP", "© 2026. All rights reserved.", f"© 2026 {ENDOWMENT}"]
)
def test_text_with_rights_that_are_not_another_site_s(rights: str) -> None:
    text = TEXT.format(published="", end=f"{rights}\n\n{ENDOWMENT}")
    assert read(text.encode()).headline == "The Quiet Ports"


@pytest.mark.parametrize(
    ("block", "own"),
    [
        ('{"authors": ["Ann Lee"], "type": "commentary", "topics": ["Ports"]}', False),
        ('{"authors": ["Ann Lee"], "type": "commentary", "blog": "Diwan"}', True),
        (
            '{"authors": ["Ann Lee"], "type": "commentary", "primaryCenter": "", "centerAffiliationAll": ""}',
            True,
        ),
    ],
)
def test_text_with_a_metadata_block(block: str, own: bool) -> None:
    text = f"{block}\n\n{TEXT.format(published='', end='')}".encode()
    if own:
        assert read(text).headline == "The Quiet Ports"
        return
    with pytest.raises(ExtractionError, match="signs"):
        read(text)


def test_text_without_a_header_as_the_endowment_prints_it() -> None:
    text = TEXT.format(published="", end=ENDOWMENT).replace("Commentary", "The Marsh Gazette")
    with pytest.raises(ExtractionError, match="signs"):
        read(text.encode())


def test_text_without_a_body() -> None:
    header, _, end = TEXT.format(published="", end=ENDOWMENT).partition("The harbor")
    with pytest.raises(ExtractionError, match="no text"):
        read((header + end.rpartition("\n\n")[2]).encode())


DUMP = """   [1]{top}

   [2]About | [3]Papers | [4]Events

   {over}

                    The Quiet Ports

   By [5]Ann Lee
   Publisher: Carnegie Endowment
   May 3, 2004

   [pdf.gif] [6]Printer-friendly version

   The harbor was dredged in the spring, and nobody has been able to
   say who paid for it or why.

   The ferries come twice a day now, and the ferrymen complain of the
   wait between the two of them.

   Ann Lee is a senior associate at the Carnegie Endowment.

   [7]Privacy | [8]Site map
     ____________________________________________________________

   {end}

References

   1. http://www.carnegieendowment.org/
   2. http://www.carnegieendowment.org/about/
"""


@pytest.mark.parametrize(
    "over", ["[9]Home > [10]Papers > Web Commentary", "Home » Testimony", "Web Commentary"]
)
@pytest.mark.parametrize(
    ("top", "end"),
    [
        (ENDOWMENT, "Terms of use"),
        ("[logo.gif]", f"{ENDOWMENT} 1779 Massachusetts Ave NW,\n   Washington DC 20036"),
    ],
)
def test_a_text_browsers_dump_of_an_old_page(over: str, top: str, end: str) -> None:
    article = read(DUMP.format(over=over, top=top, end=end).encode())
    assert (article.headline, article.dek, article.byline) == ("The Quiet Ports", None, "Ann Lee")
    assert (str(article.date), len(article.body)) == ("2004-05-03", 2)
    assert article.authors[0].bio == "Ann Lee is a senior associate at the Carnegie Endowment."
    with pytest.raises(ExtractionError, match="signs"):
        read(DUMP.format(over=over, top="The Marsh Gazette", end="The Marsh Gazette").encode())
