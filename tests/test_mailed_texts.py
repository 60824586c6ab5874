"""Articles that mails carry as plain text: sent from a page, forwarded, quoted."""

import textwrap

import pytest
from containers import only, record_of
from small_pages import LAST, MORE, PROSE

from carnegie_extract import Article, ExtractionError, extract

ADDRESS = "http://carnegieeurope.eu/2016/05/24/lamps-pub-12345"
RULE = "-" * 72
TEXT = "\n\n".join(textwrap.fill(each, 72) for each in (PROSE, MORE, LAST))
SENT = "Bo thought that you might be interested in this article from Carnegie:"
HEADER = "LAMPS OF THE HARBOR\n\nBy Ann Lee\nCommentary, May 24, 2016"
LABELLED = "Commentary\nLamps of the Harbor\nBy Ann Lee\nMay 24, 2016"
RIGHTS = "(c) 2016 Carnegie Endowment for International Peace"
BIO = "Ann Lee is a visiting scholar at Carnegie Europe."


def read(*parts: str) -> Article:
    return extract("\n\n".join(parts).encode())


def is_whole(article: Article) -> bool:
    found = (article.byline, str(article.date), article.body, article.warnings)
    return found == ("Ann Lee", "2016-05-24", [PROSE, MORE, LAST], ())


def test_a_mail_with_an_article_in_plain_text() -> None:
    mail = "\r\n".join(
        (
            "From: a@example.org",
            "To: b@example.org",
            "Subject: Lamps",
            "Date: Thu, 26 May 2016 08:14:55 +0200",
            "Content-Type: text/plain; charset=utf-8",
            "",
            *f"{SENT}\n\n{ADDRESS}\n\n{RULE}\n\n{HEADER}\n\n{TEXT}\n\n{RULE}\n\n{BIO}\n\n{RIGHTS}".split(
                "\n"
            ),
        )
    )
    record = record_of(only(mail.encode()))
    assert (record["headline"], record["url"], record["type"]) == (
        "LAMPS OF THE HARBOR",
        ADDRESS,
        "commentary",
    )
    assert (record["date"], record["saved_at"]) == ("2016-05-24", "2016-05-26T08:14:55+02:00")
    assert (record["body"], record["authors"][0]["bio"]) == ([PROSE, MORE, LAST], BIO)


@pytest.mark.parametrize("rule", [RULE, "=" * 72, "* * *", "_" * 60, ""])
@pytest.mark.parametrize("address", [ADDRESS, f"<{ADDRESS}>"])
def test_the_headline_stands_below_address_and_rule(rule: str, address: str) -> None:
    article = read(SENT, address, rule, HEADER, TEXT, rule, BIO, RIGHTS)
    assert (article.headline, article.url) == ("LAMPS OF THE HARBOR", ADDRESS)
    assert is_whole(article)


@pytest.mark.parametrize("line", ["=" * 19, "-" * 5, "~~~"])
def test_a_headline_may_be_underlined(line: str) -> None:
    article = read(
        ADDRESS, f"Lamps of the Harbor\n{line}\nBy Ann Lee\nCommentary, May 24, 2016", TEXT, RIGHTS
    )
    assert (article.headline, article.dek) == ("Lamps of the Harbor", None)
    assert is_whole(article)


def test_an_address_above_the_headline_is_a_sign_of_an_article() -> None:
    article = read("Огни гавани", f"<{ADDRESS}>", RULE, "Огни гавани", "Автор: Анна Ли\n24 мая 2016 г.", TEXT)
    assert (article.headline, article.url, article.byline) == ("Огни гавани", ADDRESS, "Анна Ли")


@pytest.mark.parametrize("address", ["https://www.example.org/lamps", "http://carnegieeurope.eu/"])
def test_other_addresses_are_not_the_article_s(address: str) -> None:
    article = read(address, RULE, LABELLED, TEXT, RIGHTS)
    assert article.url is None
    assert is_whole(article)


def test_an_address_of_the_endowment_s_does_not_take_a_text_from_another() -> None:
    with pytest.raises(ExtractionError, match="another site"):
        read(ADDRESS, HEADER, TEXT, "© 2016 The Marsh Gazette")


FORWARDED = [
    "---------- Forwarded message ---------\nFrom: Bo <b@example.org>\nDate: Thu, May 26, 2016 at 8:14 AM\n"
    "Subject: Lamps\nTo: <a@example.org>",
    "-----Original Message-----\nFrom: Bo <b@example.org>\nSent: Thursday, May 26, 2016 8:14 AM\n"
    "To: a@example.org\nSubject: Lamps",
    "De : Bo <b@example.org>\nDate : jeudi 26 mai 2016\nObjet : Lamps",
    "От: Bo <b@example.org>\nДата: четверг, 26 мая 2016\nТема: Lamps",
]


@pytest.mark.parametrize("fields", FORWARDED)
def test_the_header_of_a_forwarded_mail_is_not_the_article_s(fields: str) -> None:
    article = read("This may interest you.", fields, LABELLED, TEXT, RIGHTS)
    assert article.headline == "Lamps of the Harbor"
    assert is_whole(article)


@pytest.mark.parametrize("mark", ["> ", ">", "> > ", ">> "])
@pytest.mark.parametrize("before", ["", "This may interest you.\n\n"])
def test_a_quoted_article_is_read_without_the_marks(mark: str, before: str) -> None:
    quoted = "\n".join(mark + line for line in f"{LABELLED}\n\n{TEXT}\n\n{RIGHTS}".split("\n"))
    article = read(before + quoted)
    assert article.headline == "Lamps of the Harbor"
    assert is_whole(article)


SENT_FROM_SITE = [
    "You are receiving this message because someone used the form at carnegieeurope.eu.",
    "You received this email because someone sent it to you, and keeps your address nowhere.",
    "Вы получили это письмо, потому что кто-то указал ваш адрес.",
    "Vous recevez ce message parce que quelqu’un a saisi votre adresse.",
    "تلقيت هذه الرسالة لأن شخصاً ما أدخل عنوانك.",
    "您收到这封邮件，因为有人填写了您的地址。",
]


@pytest.mark.parametrize("notice", SENT_FROM_SITE)
def test_why_a_mail_was_sent_is_not_text(notice: str) -> None:
    article = read(ADDRESS, RULE, HEADER, TEXT, RULE, BIO, notice, RIGHTS)
    assert is_whole(article)
    assert article.authors[0].bio == BIO


def test_an_answer_about_a_message_is_text() -> None:
    said = "You received this message on the quay, with the whole board of the harbor watching, and did not answer."
    assert read(LABELLED, PROSE, said, LAST, RIGHTS).body == [PROSE, said, LAST]
