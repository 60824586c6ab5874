"""Dates without a day, dates of two meanings, and dates that only a sign divides from names."""

from collections.abc import Mapping
from typing import Any

import pytest
from small_pages import ADDRESS, BYLINE, LAST, MORE, PARAGRAPHS, PROSE, current, legacy, read

from carnegie_extract import NoArticle, extract
from carnegie_extract.words.dates import find_date, find_month

TEXT = [PROSE, MORE, LAST]
UNDATED = "http://www.carnegieendowment.org/publications/index.cfm?fa=view&amp;id=4711"


def old(*header: str, over: str = "") -> Mapping[str, Any]:
    """The record of a page before 2017 whose address has no day."""
    return read(legacy(over=over, header="".join(header)).replace(ADDRESS, UNDATED))


def said(record: Mapping[str, Any]) -> tuple[object, ...]:
    return record["type"], record["byline"], record["date"], record["dek"]


MONTHS = [
    "September 2004",
    "Sept. 2004",
    "September, 2004",
    "November/December 2004",
    "November – December 2004",
    "November and December 2004",
    "Winter 2004",
    "Winter 2003/04",
    "Summer/Fall 2004",
    "сентябрь 2004 г.",
    "осень 2004 г.",
    "травень 2004 року",
    "septembre 2004",
    "setembro de 2004",
    "أيلول/سبتمبر ٢٠٠٤",
    "تشرين الأول 2004",
    "सितंबर 2004",
    "2004年9月",
]


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("line", ["Policy Outlook, {}", "{} | Policy Outlook", "Policy Outlook, No. 4 ({})"])
def test_a_month_dates_an_article_and_is_not_a_day(month: str, line: str) -> None:
    record = old(BYLINE, f"<p>{line.format(month)}</p>")
    assert said(record) == ("policy outlook", "Ann Lee", None, None)
    assert (record["body"], record["warnings"]) == (TEXT, ["no-date"])


@pytest.mark.parametrize(
    "issue", ["July 2006, Volume 4, Issue 6", "Volume 4, Issue 6, July 2006", "Том 4, выпуск 6, июль 2006 г."]
)
@pytest.mark.parametrize("tag", ["p", "div", "h3"])
def test_a_month_stands_over_the_headline(issue: str, tag: str) -> None:
    record = old("<p><b>Ann Lee</b></p>", over=f"<{tag}>{issue}</{tag}>")
    assert said(record) == (None, "Ann Lee", None, None)
    assert (record["body"], record["warnings"]) == (TEXT, ["no-date"])


@pytest.mark.parametrize("tag", ["h2", "h4", "p", "div"])
def test_names_stand_in_a_heading_where_the_date_is_above_the_headline(tag: str) -> None:
    record = old(f"<{tag}>Ann Lee</{tag}>", over="<h3>Policy Brief, May 2001</h3>")
    assert said(record) == ("policy brief", "Ann Lee", None, None)


@pytest.mark.parametrize("title", ["The Oath | Carnegie Endowment", "The Oath: Policy Outlook"])
@pytest.mark.parametrize("when", ["September 2004", "September 4, 2004"])
def test_names_are_stacked_over_a_month(title: str, when: str) -> None:
    header = f"<h2>The Oath</h2><b>Ann Lee</b><br><i>Policy Outlook, {when}</i><br><br>"
    record = read(
        f'<html><head><title>{title}</title><link rel="canonical" href="{UNDATED}"></head><body><table><tr>'
        f"<td>{header}{PROSE}<br><br>{MORE}<br><br>{LAST}</td></tr></table></body></html>"
    )
    assert (record["type"], record["byline"], record["dek"]) == ("policy outlook", "Ann Lee", None)
    assert record["body"] == TEXT


@pytest.mark.parametrize(
    "header",
    [
        "<p>May 2004</p><p>May 3, 2004</p>",
        "<p>May 3, 2004</p><p>Volume 2, May 2004</p>",
        "<ul><li>Spring 2004</li><li>May 3, 2004</li></ul>",
    ],
)
def test_a_day_says_more_than_a_month(header: str) -> None:
    assert old(BYLINE, header)["date"] == "2004-05-03"


def test_the_day_of_the_address_stands_in_for_a_month() -> None:
    record = read(legacy(header=f"{BYLINE}<p>May 2019</p>"))
    assert (record["date"], record["warnings"]) == ("2019-05-03", ["date-from-url"])


@pytest.mark.parametrize(
    "dek", ["What the lights cost in May 2004", "The winter 2004 was long", "A diary of May 2004 and after"]
)
def test_a_month_within_other_words_is_not_a_date(dek: str) -> None:
    record = read(legacy(header=f"<p>{dek}</p>{BYLINE}<p>May 3, 2019</p>"))
    assert (record["dek"], record["date"]) == (dek, "2019-05-03")


@pytest.mark.parametrize("when", ["May 2004", "Spring 2004", "5/3/2004"])
def test_a_month_alone_makes_no_article(when: str) -> None:
    with pytest.raises(NoArticle):
        read(legacy("<p>Salt.</p>", header=f"<p>{when}</p>").replace(ADDRESS, UNDATED))


@pytest.mark.parametrize("line", ["By Ann Lee|September 2004", "Policy Outlook, September 2004|By Ann Lee"])
def test_a_month_dates_a_plain_text(line: str) -> None:
    end = "Carnegie does not take institutional positions on public policy issues."
    article = extract("\n\n".join(["Commentary", "Harbor Lights", *line.split("|"), *TEXT, end]).encode())
    assert (article.headline, article.byline, article.date) == ("Harbor Lights", "Ann Lee", None)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("11/7/2014", None),
        ("05/03/2014", None),
        ("11/17/2014", "2014-11-17"),
        ("17/11/2014", "2014-11-17"),
        ("7/7/2014", "2014-07-07"),
        ("17/17/2014", None),
        ("2014/11/7", "2014-11-07"),
    ],
)
def test_a_date_in_slashes_has_one_meaning_or_none(printed: str, day: str | None) -> None:
    found = find_date(f"on {printed} here")
    assert (str(found[0]) if found else None) == day
    if day is not None:
        assert old(BYLINE, f"<p>{printed}</p>")["date"] == day


def test_a_date_of_two_meanings_gives_a_warning() -> None:
    record = old(BYLINE, "<p>11/7/2014</p>")
    assert (record["byline"], record["date"], record["dek"]) == ("Ann Lee", None, None)
    assert record["warnings"] == ["date-unread", "no-date"]


@pytest.mark.parametrize(
    "text",
    [
        "Harbor 2004",
        "2004",
        "May",
        "May 1812",
        "May 20041",
        "Maybe 2004",
        "in 2004",
        "9 2004",
        "3/2004",
        "年9月",
    ],
)
def test_what_is_not_a_month(text: str) -> None:
    assert find_month(text) is None


@pytest.mark.parametrize("sign", [" / ", " | ", " – ", ", ", " · "])
@pytest.mark.parametrize("day", ["07.11.2014", "7.11.2014", "November 7, 2014", "07.11.2014, 10:30"])
def test_a_sign_divides_names_and_day(sign: str, day: str) -> None:
    spans = "".join(f"<span>{text}</span>" for text in ("Ann Lee", sign, day))
    record = old(f"<div>{spans}</div>")
    assert said(record) == (None, "Ann Lee", "2014-11-07", None)
    assert record["body"] == TEXT


def test_a_day_divides_names_and_label_on_any_page() -> None:
    header = '<div><a href="/people/ann-lee">Ann Lee</a><span> / </span><span>07.11.2014</span></div>'
    record = read(current(f"<main>{PARAGRAPHS}</main>", header=header))
    assert (record["byline"], record["date"]) == ("Ann Lee", "2014-11-07")
