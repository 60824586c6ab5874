"""Events: their hours and places are no dek, their speakers are their authors."""

import pytest
from small_pages import DEK, DEK_LINE, LAST, MORE, PARAGRAPHS, PROSE, current, headed, legacy, read

from carnegie_extract import extract

DAYS = (
    "May 3–4, 2026",
    "May 3 and 4, 2026",
    "3 May – 2 June 2026",
    "May 3, 2026 – May 4, 2026",
    "3 мая и 4 июня 2026 г.",
    "Sun, May 3rd, 2026 to Mon, May 4th, 2026",
)


@pytest.mark.parametrize("days", DAYS)
def test_the_first_of_two_days_counts(days: str) -> None:
    record = headed(DEK_LINE, f"<p>{days}</p>", over="<span>Event</span>")
    assert (record["date"], record["dek"]) == ("2026-05-03", DEK)


HOURS = "<p>Friday, May 3, 2026</p>", "<p>10:00 AM - 10:45 AM (EDT)</p>"
PLACES = {
    "in one element": "<div>{}{}<p>12 Quay Street, Delta City</p></div>",
    "directly below the dek": "{}{}<p>Harbor Hall, Third Floor</p>",
    "in two lines": "<ul><li>{}</li><li>{}</li><li>Sala Grande</li><li>Delta City</li></ul>",
    "in the script of the page": "<div>{}{}<div>مرفأ دلتا، شارع المنارة</div></div>",
    "below a place that is known": "<div>{}{}<p>Hybrid</p><p>12 Quay Street</p></div>",
}


@pytest.mark.parametrize("name", PLACES)
def test_where_an_event_takes_place_is_not_a_dek_or_a_paragraph(name: str) -> None:
    for dek in ("", DEK_LINE):
        record = headed(dek, PLACES[name].format(*HOURS), over="<span>Event</span>")
        assert (record["dek"], record["date"]) == (DEK if dek else None, "2026-05-03")
        assert len(record["body"]) == 3


IDA = "Ida Dahl is a fellow who writes about ferries, and a former pilot."
BO = "Bo Lind works at the Harbor Institute, where he counts boats for a living."
SPEAKERS = {
    "an element for each": "<div><p>Ida Dahl</p><p>Fellow</p></div><div><p>Bo Lind</p><p>Harbor Institute</p></div>",
    "elements within elements": "<div><div><div>Ida Dahl</div><div><p>Fellow</p><p>Harbor Institute</p></div></div>"
    "<div><div>Bo Lind</div><div><p>Harbor Institute</p></div></div></div>",
    "one after the other": f"<p>Ida Dahl</p><p>Fellow</p><p>{IDA}</p><p>Bo Lind</p><p>{BO}</p>",
    "names and titles": "<div><p>Ida Dahl</p><p>Fellow</p><p>Bo Lind</p><p>Analyst, Harbor Institute</p></div>",
    "list items": "<ul><li>Ida Dahl, Fellow</li><li>Bo Lind, Harbor Institute</li></ul>",
    "items of names": "<ul><li>Ida Dahl</li><li>Bo Lind</li></ul>",
    "dashes": "<p>Ida Dahl \u2013 Fellow</p><p>Bo Lind \u2013 Harbor Institute</p>",
    "bold names": f"<p><strong>Ida Dahl</strong>{IDA[8:]}</p><p><strong>Bo Lind</strong>{BO[7:]}</p>",
    "breaks": "<p><b>Ida Dahl</b><br>Fellow</p><p><b>Bo Lind</b><br>Harbor Institute</p>",
    "one link": '<p><a href="/people/ida">Ida Dahl</a>, Fellow</p><p>Bo Lind, Harbor Institute</p>',
    "a moderator": "<div><p>Ida Dahl</p><p>Fellow</p></div><h4>Moderator</h4><div><p>Bo Lind</p><p>Analyst</p></div>",
    "a moderator under a heading of the same rank": "<div><p>Ida Dahl</p><p>Fellow</p></div>"
    "<h3>Moderator</h3><ul><li><h4>Bo Lind</h4><p>Analyst</p></li></ul>",
    "a moderator in a line of the same list": "<ul><li>Ida Dahl, Fellow</li><li>Moderator: Bo Lind, Analyst</li></ul>",
    "a label in each card": "<div><span>Speaker</span><h4>Ida Dahl</h4><p>Fellow</p></div>"
    "<div><span>Moderator</span><h4>Bo Lind</h4><p>Analyst</p></div>",
    "a label below each name": "<div><h4>Ida Dahl</h4><p>Fellow</p></div>"
    "<div><h4>Bo Lind</h4><p>Moderator</p><p>Analyst</p></div>",
    "a moderator in brackets": "<p>Ida Dahl, Fellow</p><p>Bo Lind (moderator), Analyst</p>",
    "a moderator behind a comma": "<p>Ida Dahl, Fellow</p><p>Bo Lind, Moderator</p>",
    "a moderator at the end, in a line": "<p>Ida Dahl, Fellow</p><p>Moderated by Bo Lind, Analyst</p>",
    "a bold label": "<p><b>Ida Dahl</b>, Fellow</p><p><b>Moderator:</b> Bo Lind, Analyst</p>",
}


@pytest.mark.parametrize("name", SPEAKERS)
def test_speakers_are_the_authors_of_an_event_without_a_byline(name: str) -> None:
    more = "<h2>Harbors Of The North</h2><p>Salt of the Coast</p>"
    speakers = f"<section><h3>Event Speakers</h3>{SPEAKERS[name]}</section>"
    for after in (speakers, speakers + more, speakers.replace("section>", "div>") + more):
        header = f"<div>{''.join(HOURS)}</div>"
        page = current(f"<main>{PARAGRAPHS}{after}</main>", over="<span>Event</span>", header=header)
        record = read(page)
        assert [author["name"] for author in record["authors"]] == ["Ida Dahl", "Bo Lind"]
        assert len(record["body"]) == 3


@pytest.mark.parametrize("between", [" / ", " | ", ", "])
def test_hours_may_be_given_in_two_time_zones(between: str) -> None:
    hours = f"2:00 PM – 3:00 PM EDT{between}8:00 PM – 9:00 PM CEST"
    for lines in (
        "<div><time>Friday, May 3, 2026</time><span>{}</span><span>Harbor Webinar</span></div>",
        "<div><p>May 3, 2026</p><p>{}</p><p>Harbor Hall</p></div>",
    ):
        record = headed(lines.format(hours), over="<span>Event</span>")
        assert (record["byline"], record["date"], record["dek"]) == (None, "2026-05-03", None)
        assert len(record["body"]) == 3


OTHER_SECTIONS = {
    "an aside": "<aside><h3>Speakers</h3><div><h4>Ida Dahl</h4><p>Fellow</p></div><p>Bo Lind, Analyst</p></aside>",
    "panels": "<h2>Speakers</h2><h3>Panel One</h3><ul><li>Ida Dahl, Fellow</li></ul>"
    "<h3>Panel Two</h3><ul><li>Bo Lind, Analyst</li></ul>",
    "panels of cards": "<h2>Speakers</h2><h3>Panel One</h3><div><h4>Ida Dahl</h4><p>Fellow</p></div>"
    "<h3>Panel Two</h3><div><h4>Bo Lind</h4><p>Analyst</p></div>",
    "another heading below": "<h3>Speakers</h3><ul><li><b>Ida Dahl</b><br>Fellow</li><li><b>Bo Lind</b><br>Pilot</li>"
    "</ul><h3>About the Series</h3><p>Harbors in winter.</p>",
}


@pytest.mark.parametrize("name", OTHER_SECTIONS)
def test_headings_of_panels_and_of_other_sections_name_no_speaker(name: str) -> None:
    page = current(
        f"<main>{PARAGRAPHS}{OTHER_SECTIONS[name]}</main>", over="<span>Event</span>", header="".join(HOURS)
    )
    record = read(page)
    assert [author["name"] for author in record["authors"]] == ["Ida Dahl", "Bo Lind"]
    assert len(record["body"]) == 3


def test_speakers_are_spelled_as_the_page_prints_them() -> None:
    speakers = "<h3>活动嘉宾</h3><div><p>林海伦</p><p>港口研究所</p></div><div><p>达博</p><p>研究员</p></div>"
    names = '<meta name="citation_author" content="海伦 林"><meta name="citation_author" content="博 达">'
    page = current(PARAGRAPHS + speakers, over="<span>活动</span>", header="".join(HOURS), head=names)
    assert [author["name"] for author in read(page)["authors"]] == ["林海伦", "达博"]


LEE, RAY = '<a href="/experts/1">Ann Lee</a>', '<a href="/experts/2">Bo Ray</a>'
OF_EVENTS = [
    f"<div>{LEE}, Bo Ray <span>May 3, 2019</span> <span>Washington, D.C.</span></div>",
    f"<div>Ann Lee, {RAY} <span>May 3, 2019</span> <span>Beirut</span></div>",
    f"<p>{LEE}, {RAY}<br>Friday, May 3, 2019<br>Brussels</p>",
    "<div><span>Ann Lee, Bo Ray</span> <span>May 3, 2019</span> <span>Moscow</span></div>",
]
DETAILS = (
    "<div><p><b>Date:</b> Friday, May 3, 2019<br><b>Time:</b> 12:15 p.m. - 1:45 p.m. EDT<br>"
    '<b>Place:</b> Washington, D.C.</p><a href="/r">Register to attend</a></div>'
)
OF_SPEAKERS = (
    "<div><h3>Ann Lee</h3><p>Ann Lee is a fellow who studies the harbors of the northern coast, and their lamps.</p>"
    "<h3>Bo Ray</h3><p>Bo Ray directs the school.</p></div>"
)


@pytest.mark.parametrize("header", OF_EVENTS)
@pytest.mark.parametrize("details", ["", DETAILS])
def test_an_old_event_has_names_date_and_place_in_one_line(header: str, details: str) -> None:
    page = legacy(details + PARAGRAPHS + OF_SPEAKERS, header=header).replace("article-body", "column")
    article = extract(page.encode())
    assert [author.name for author in article.authors] == ["Ann Lee", "Bo Ray"]
    assert all(author.bio for author in article.authors)
    assert (article.date, article.type, article.dek) == ("2019-05-03", None, None)
    assert (article.body, article.blocks[-1].text) == ([PROSE, MORE, LAST], LAST)


REGISTRATION = [
    "Registration for this event is closed.",
    "Registration is now closed.",
    "Registration for the event is required by May 2, since the hall of the harbor office has few chairs for guests.",
    "This event has reached capacity.",
    "Регистрация на мероприятие закрыта.",
    "Les inscriptions sont closes.",
    "La inscripción está cerrada.",
    "أُغلق باب التسجيل.",
    "报名已截止。",
]


@pytest.mark.parametrize("said", REGISTRATION)
@pytest.mark.parametrize("form", ["<p>{}</p>", '<div class="closed"><p>{}</p></div>'])
def test_whether_one_may_still_register_is_not_text(said: str, form: str) -> None:
    line = form.format(said)
    for page in (line + PARAGRAPHS, PARAGRAPHS + line):
        article = extract(legacy(page).encode())
        assert (article.body, article.warnings) == ([PROSE, MORE, LAST], ())


def test_a_sentence_about_registration_stays() -> None:
    said = (
        "Registration of boats is closed to foreigners, and nobody at the harbor can say who asked for that."
    )
    assert extract(legacy(f"<p>{said}</p>{PARAGRAPHS}").encode()).body == [said, PROSE, MORE, LAST]
