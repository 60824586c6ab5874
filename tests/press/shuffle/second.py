"""Choices of a second hand: somebody who knew the evidence and the record, and had not seen the reader's code.

Their names begin with "second.", so the code and the report show whose they are. The first value of each leaves the
page as the first hand prints it. What a page's record must be follows from the contract of the record alone.
"""

import re
from collections.abc import Callable, Collection

from .choices import Choice
from .sheet import Sheet


def drawn(sheet: Sheet, which: Choice, *, fits: bool = True, but: Collection[str] = ()) -> str:
    """A value of the choice. Where it does not fit the page, or is one of `but`, the page stays as it is."""
    value = sheet.hand.draw(which)
    if fits and sheet.both and value not in but:
        return value
    sheet.hand.forget(which)
    return next(iter(which.values))


def around_words(html: str, make: Callable[[str], str]) -> str:
    """The markup with some words of its first plain text put into another element."""
    opening = re.match(r"((?:<(?:p|div|span)[^>]*>)*)([^<&]{12,})", html)
    words = opening[2].split(" ") if opening else []
    if not opening or len(words) < 6:
        return html
    inside = make(" ".join(words[2:4]))
    return opening[1] + " ".join([*words[:2], inside, *words[4:]]) + html[opening.end() :]


def told(sheet: Sheet, name: str) -> str:
    """What the page says in its language, or nothing where the second hand has no words for it."""
    return SAID[name].get(sheet.language.code, "")


def untold(sheet: Sheet, names: Collection[str]) -> set[str]:
    """Values that need words which this language lacks."""
    return {name for name in names if name in SAID and not told(sheet, name)}


SAID: dict[str, dict[str, str]] = {
    "colon": {"en": "Authors:", "ru": "Авторы:", "ar": "الكتّاب:", "zh": "作者：", "fr": "Auteurs :"},
    "published-colon": {"en": "Published:", "ru": "Опубликовано:", "fr": "Publié :"},
    "updated": {"en": "Updated on", "ru": "Обновлено", "fr": "Mis à jour le"},
    "series": {"en": "Part 2 of 4", "ru": "Часть 2 из 4", "fr": "Partie 2 sur 4", "zh": "第2部分，共4部分"},
    "breadcrumbs": {"en": "Research", "ru": "Исследования", "fr": "Recherche", "ar": "أبحاث", "zh": "研究"},
    "interview": {"en": "A conversation with {name} about the price of a closed strait."},
    "short": {
        "en": "Notes from a closed strait",
        "ru": "Записки из закрытого пролива",
        "zh": "关闭海峡的札记",
    },
    "available": {"en": "Available in:", "ru": "Доступно на языках:", "ar": "متوفّر باللغات:"},
    "cite": {"en": "Cite This", "fr": "Citer cet article", "ru": "Цитировать"},
    "contents": {
        "en": "In This Article",
        "ru": "В этой статье",
        "ar": "في هذا المقال",
        "fr": "Dans cet article",
    },
    "full-report": {"en": "Download the full report (PDF, 2 MB)", "ru": "Скачать доклад (PDF, 2 МБ)"},
    "most-read": {"en": "Most Read", "ru": "Самое читаемое", "ar": "الأكثر قراءة", "fr": "Les plus lus"},
    "letter": {
        "en": "Dear Colleagues,",
        "ru": "Уважаемые коллеги!",
        "fr": "Chers collègues,",
        "ar": "أيها الزملاء الأعزاء،",
    },
    "brief": {"en": "Not yet.", "ru": "Пока нет.", "ar": "ليس بعد.", "fr": "Pas encore.", "zh": "还没有。"},
    "correction": {
        "en": "Correction: An earlier version gave the wrong width of the northern lock.",
        "ru": "Исправление: в первой версии была неверно указана ширина северного шлюза.",
        "fr": "Correction : une première version donnait une largeur erronée de l’écluse du nord.",
    },
    "grant": {
        "en": "This paper was made possible by a grant of the Lower Basin Fund, which bears no responsibility for it.",
        "fr": "Ce document a été rendu possible par une subvention du Fonds du bassin inférieur.",
    },
    "originally": {
        "en": "This article was originally published in the {outlet}.",
        "ru": "Статья впервые опубликована в издании {outlet}.",
        "fr": "Cet article a d’abord été publié dans {outlet}.",
    },
    "opinion": {
        "en": "The views expressed in this article are those of the author alone and do not necessarily reflect the "
        "views of the Carnegie Endowment.",
    },
    "read-more": {"en": "Read more:", "ru": "Читайте также:", "ar": "اقرأ أيضاً:", "fr": "Lire aussi :"},
    "chapters": {"en": "Next Chapter", "ru": "Следующая глава", "fr": "Chapitre suivant"},
    "box": {"en": "Box 1. A Short History of the Lock", "fr": "Encadré 1. Brève histoire de l’écluse"},
    "back": {"en": "Back to top", "ru": "Наверх", "fr": "Haut de page", "ar": "العودة إلى الأعلى"},
    "disqus": {
        "en": "Please enable JavaScript to view the comments.",
        "fr": "Activez JavaScript pour lire la suite.",
    },
    "helpful": {"en": "Was this page helpful?", "ru": "Была ли эта страница полезна?"},
    "cookie": {
        "en": "We use cookies to understand how readers come to this site. You may refuse them.",
        "ru": "Мы используем файлы cookie, чтобы понимать, как читатели попадают на сайт.",
        "fr": "Nous utilisons des cookies pour comprendre comment les lecteurs arrivent sur ce site.",
    },
    "contributors": {"en": "Contributors", "ru": "Авторы", "fr": "Contributeurs"},
    "meet": {"en": "Meet the Authors"},
}
