"""Bylines and sections about authors of shuffled pages that were read wrongly."""

import pytest
from small_pages import DATE, MORE, PARAGRAPHS, PROSE, current, headed, legacy, read

BIO = "Ann Lee is a fellow who studies harbors, the boats in them and whoever insures both of these."


def bio(after: str) -> str | None:
    (author,) = read(legacy(after=after))["authors"]
    found: str | None = author["bio"]
    return found


@pytest.mark.parametrize(
    "line",
    [
        "The views expressed in this article are those of the author alone, and of nobody else at all.",
        "This article was originally published in the Harbor Gazette.",
        "Reprinted with permission of the Harbor Gazette.",
    ],
)
def test_a_text_about_the_piece_below_a_bio_is_not_part_of_it(line: str) -> None:
    assert bio(f"<h3>About the Author</h3><p>{BIO}</p><p><em>{line}</em></p>") == BIO
    assert (
        bio(f"<h3>About the Author</h3><p>Ann Lee</p><p>{BIO}</p><p>{line}</p><h3>Notes</h3><p>1. Ibid.</p>")
        == BIO
    )


@pytest.mark.parametrize("tag", ["aside", "div", "section"])
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_heading_over_other_work_is_not_a_title(tag: str, place: str) -> None:
    box = f"<{tag}><h3>About the Author</h3><ul><li>Ann Lee</li></ul><h4>Recent Work</h4></{tag}>"
    text = f"<div><p>{PROSE}</p><p>{MORE}</p></div>"
    main = f"<main>{box}{text}</main>" if place == "above" else f"<main>{text}{box}</main>"
    (author,) = read(current(main))["authors"]
    assert (author["name"], author["title"], author["bio"]) == ("Ann Lee", None, None)


@pytest.mark.parametrize("heading", ["h4", "h5", "p"])
def test_authors_below_the_disclaimer_are_read_one_by_one(heading: str) -> None:
    other = BIO.replace("Ann Lee", "Bo Ray")
    fields = f"<{heading}>Expertise</{heading}><ul><li>Ports</li></ul>"
    disclaimer = "<p>Carnegie does not take institutional positions on public policy issues.</p>"
    people = (
        f"<h3>About the Authors</h3><p>Ann Lee</p><p>{BIO}</p>{fields}<p>Bo Ray</p><p>{other}</p>{fields}"
    )
    page = current(
        f"<main>{PARAGRAPHS}{disclaimer}{people}</main>", header=f"<p>By Ann Lee and Bo Ray</p>{DATE}"
    )
    assert [author["bio"] for author in read(page)["authors"]] == [BIO, other]


def test_a_section_that_names_nobody_leaves_it_to_the_next() -> None:
    about = "<h3>About the Author</h3>"
    text = f"<div>{PARAGRAPHS}{about}<p>A fellow who studies boats.</p><h3>Notes</h3><p>1. Ibid.</p></div>"
    page = current(f"<main>{text}<section>{about}<p>Ann Lee</p><p>{BIO}</p></section></main>", header=DATE)
    assert [(author["name"], author["bio"]) for author in read(page)["authors"]] == [("Ann Lee", BIO)]


LINK = '<a href="/people/{0}">{1}</a>'
FOUR = ", ".join(
    LINK.format(name.split()[0].lower(), name)
    for name in ("Ann Lee PhD", "Bo Ray Jr.", "Cy Fox the Younger of the Harbor", "Di Marsh-Willoughby Jr.")
)


@pytest.mark.parametrize("line", [f"<div>{FOUR}</div>", f"<p>{FOUR}</p>", FOUR])
def test_a_long_byline_may_end_with_a_full_stop(line: str) -> None:
    record = headed(DATE, line)
    assert record["byline"].endswith("Di Marsh-Willoughby Jr.")
    assert (len(record["authors"]), record["dek"], len(record["body"])) == (4, None, 3)


@pytest.mark.parametrize("label", ["By ", "<span>By</span> ", "<b>By</b> "])
@pytest.mark.parametrize("outlet", ["Northern Ledger", "Harbor Gazette"])
def test_what_stands_below_names_with_handles_is_not_an_author(label: str, outlet: str) -> None:
    handle = ' <a href="https://x.com/{0}">@{0}</a>'
    ann, bo = (
        LINK.format("a", "Ann Lee") + handle.format("annlee"),
        LINK.format("b", "Bo Ray") + handle.format("boray"),
    )
    record = headed(
        DATE, f"<p>{label}{ann} and {bo}</p>", f"<p>{outlet}</p>", over="<span>In The Media</span>"
    )
    assert [author["name"] for author in record["authors"]] == ["Ann Lee", "Bo Ray"]


def test_a_byline_may_be_labelled_in_a_line_of_its_own() -> None:
    record = headed("<p>By</p><p>Ann Lee</p>", DATE)
    assert record["byline"] == "Ann Lee"


@pytest.mark.parametrize("name", ["Salt Tides", "Harbor Office Papers", "Cy Fox"])
def test_the_section_above_a_text_names_nobody_in_the_text(name: str) -> None:
    about = f"<div><h3>About the Author</h3><p>Ann Lee</p><p>Fellow</p><p>{BIO}</p></div>"
    card = f'<div><span>Podcast</span><a href="/people/cy-fox">{name}</a></div>'
    page = current(f"<main>{about}<div><p>{PROSE}</p>{card}<p>{MORE}</p></div></main>", header=DATE)
    assert [author["name"] for author in read(page)["authors"]] == ["Ann Lee"]


@pytest.mark.parametrize(
    "button", ["<button>Read bio</button>", "<button aria-expanded='true'>More</button>"]
)
@pytest.mark.parametrize("tag", ["aside", "section"])
def test_a_button_beside_a_name_is_not_a_title(tag: str, button: str) -> None:
    about = f"<{tag}><h3>About the Author</h3><div><p>Ann Lee</p>{button}<p>{BIO}</p></div></{tag}>"
    page = current(f"<main><div><p>{PROSE}</p><p>{MORE}</p></div>{about}</main>")
    (author,) = read(page)["authors"]
    assert (author["title"], author["bio"]) == (None, BIO)


FIRST = BIO.replace("Ann Lee", "Ann")
DOCTOR = BIO.replace("Ann Lee", "Dr. Lee")


@pytest.mark.parametrize(
    ("about", "title", "told"),
    [
        (f"<p>About the author: {BIO}</p>", None, BIO),
        (f"<h3>About the Author</h3><p>Ann Lee | Fellow</p><p>{BIO}</p>", "Fellow", BIO),
        ("<h3>About the Author</h3><p>Fellow, Salt Program</p>", "Fellow, Salt Program", None),
        (f"<h3>About the Author</h3><p>{FIRST}</p>", None, FIRST),
        (f"<h3>About the Author</h3><p>{DOCTOR}</p>", None, DOCTOR),
        ("<h3>About the Author</h3><p>Bo Ray</p><p>Bo Ray is a fellow.</p>", None, None),
    ],
)
def test_what_a_section_says_of_the_one_author(about: str, title: str | None, told: str | None) -> None:
    (author,) = read(legacy(after=about))["authors"]
    assert (author["title"], author["bio"]) == (title, told)


@pytest.mark.parametrize(
    "note",
    [
        "Ann Lee, Fellow, counts the boats.",
        "Ann Lee, a fellow of the school, counts boats.",
        "Ann Lee is a fellow.",
    ],
)
def test_a_closing_note_may_give_the_title_behind_the_name(note: str) -> None:
    record = read(legacy(f"{PARAGRAPHS}<p>{note}</p>"))
    assert (len(record["body"]), record["authors"][0]["bio"]) == (3, note)


@pytest.mark.parametrize(
    "heading", ["<div>About the Author</div>", "<p>About the Author</p>", "<h3>About the Author</h3>"]
)
@pytest.mark.parametrize("picture", ["", '<img src="/a.jpg" alt="Ann Lee">'])
def test_a_column_about_the_author_beside_the_text_is_not_a_dek(heading: str, picture: str) -> None:
    column = f"<div>{heading}{picture}<p>{BIO}</p><h4>Recent Work</h4></div>"
    record = read(current(f"<main>{column}<div><p>{PROSE}</p><p>{MORE}</p></div></main>"))
    assert (record["dek"], record["body"], record["authors"][0]["bio"]) == (None, [PROSE, MORE], BIO)


@pytest.mark.parametrize("byline", ["", "<p>Edited by Ann Lee</p>"])
def test_a_column_about_the_author_may_follow_a_header_without_a_byline(byline: str) -> None:
    column = (
        f"<div><h3>About the Author</h3><p>{LINK.format('ann', 'Ann Lee')}</p><p>Fellow</p><p>{BIO}</p></div>"
    )
    record = read(
        current(f"<main>{column}<div><p>{PROSE}</p><p>{MORE}</p></div></main>", header=f"{byline}{DATE}")
    )
    assert (record["dek"], record["body"], record["authors"][0]["title"]) == (None, [PROSE, MORE], "Fellow")


@pytest.mark.parametrize(
    "joined", ["柏怀瑾 @annlee和岑清越 @boray", "柏怀瑾 @annlee、岑清越 @boray", "柏怀瑾（@annlee）和岑清越"]
)
def test_a_handle_ends_before_a_chinese_conjunction(joined: str) -> None:
    page = current(f"<main>{PARAGRAPHS}</main>", header=f"<p>作者：{joined}</p>{DATE}").replace(
        'lang="en"', 'lang="zh"'
    )
    record = read(page.replace("Harbor Lights", "北港的灯火"))
    assert [author["name"] for author in record["authors"]] == ["柏怀瑾", "岑清越"]
