"""The article itself: layout, kind, language, people, day, address."""

from datetime import date, timedelta

from .choices import Hand, choice
from .dress import Dress
from .languages import LANGUAGES
from .sheet import Sheet
from .words import Person, Prose

LAYOUT = choice(
    "layout",
    site_2026=(50, "seen", "Next.js in front of Payload, since about December 2025"),
    site_2024=(12, "inferred", "Nuxt in front of Payload; texts only, markup unknown"),
    legacy_publication=(12, "seen", "publication pages of 2017 to 2024"),
    legacy_report=(4, "relied on", "books and long reports"),
    legacy_blog=(8, "seen", "China Financial Markets; Diwan and others by inference"),
    carnegie_ru=(4, "relied on", "carnegie.ru and carnegiemoscow.org"),
    politika_2022=(3, "relied on", "Carnegie Politika 2022 to 2024"),
    carnegie_mec=(4, "seen", "carnegie-mec.org in Arabic"),
    era_b=(3, "inferred", "the ids of 2011 to 2016, seen on a page without an article"),
)
HANDS = choice(
    "hands",
    both=(2, "custom", "choices of the second hand besides those of the first"),
    first=(1, "custom", "choices of the first hand alone"),
)
KIND = choice(
    "kind",
    commentary=(10, "seen", "commentary or blog post"),
    paper=(5, "seen", "a paper, with notes as a rule"),
    article=(3, "measured", "the label Article"),
    qa=(3, "seen", "questions and answers"),
    media=(3, "seen", "first published elsewhere"),
    press=(2, "seen", "press release, without byline"),
    event=(3, "seen", "an event with its hours and speakers"),
    podcast=(1, "seen", "a page with a player and no text"),
    research=(1, "measured", "the label Research, as on collections"),
)
LANGUAGE = choice(
    "language",
    en=(14, "seen", "English"),
    ru=(4, "seen", "Russian"),
    ar=(3, "seen", "Arabic"),
    zh=(2, "seen", "Chinese"),
    fr=(1, "inferred", "French"),
    hi=(1, "inferred", "Hindi"),
    uk=(1, "inferred", "Ukrainian"),
)
PEOPLE = choice(
    "people.count",
    one=(6, "seen", "one author"),
    two=(4, "measured", "two authors, joined by 'and'"),
    three=(2, "measured", "three authors, commas only"),
    four=(1, "seen", "four authors, commas only"),
)
OUTSIDE = choice(
    "people.outside",
    none=(7, "seen", "every author has a page"),
    some=(2, "seen", "an outside author is plain text"),
    all_=(1, "seen", "only outside authors"),
)
BLOG = choice(
    "blog",
    none=(5, "seen", "in no blog"),
    blog=(4, "seen", "the blog's name after the type"),
    centre=(1, "measured", "a centre's name where a blog's name stands"),
)
BLOGS = ("Carnegie Politika", "Emissary", "Diwan", "Strategic Europe")
CENTRES = ("Carnegie Europe", "Carnegie India")
LEGACY_BLOGS = ("China Financial Markets", "Diwan", "Strategic Europe")
OUTLETS = ("The Tidewater Gazette", "Northern Ledger", "Estuary Review")
HOSTS = {"carnegie-mec": "https://carnegie-mec.org", "carnegie-ru": "https://carnegie.ru"}


def _language(hand: Hand, layout: str) -> str:
    drawn = hand.draw(LANGUAGE)
    if layout == "carnegie-mec":
        return "ar"
    if layout in {"carnegie-ru", "politika-2022"}:
        return "ru" if drawn != "en" or layout == "carnegie-ru" else "en"
    if layout in {"era-b", "legacy-report", "legacy-blog"}:
        return "en"
    if layout == "legacy-publication" and drawn in {"fr", "hi", "uk"}:
        return "en"
    return drawn


def new_sheet(hand: Hand) -> Sheet:
    """Draw the article; its page is still blank."""
    layout = hand.draw(LAYOUT)
    kind = hand.draw(KIND)
    language = LANGUAGES[_language(hand, layout)]
    legacy = not layout.startswith("site-")
    if (legacy and kind in {"event", "podcast", "research", "qa", "media"}) or (
        (layout == "site-2024" and kind == "podcast")
        or (layout in {"legacy-blog", "politika-2022"} and kind == "press")  # no blog has them
    ):
        kind = "commentary"
    hand.settle(KIND, kind)
    hand.settle(LANGUAGE, language.code)
    prose = Prose(hand, language)
    people = [] if kind == "press" else _people(hand, prose)
    years = {"site-2026": 0, "site-2024": 700, "era-b": 4400, "politika-2022": 1300}
    day = date(2026, 6, 20) - timedelta(days=years.get(layout, 2300) + hand.rng.randint(0, 180))
    host = HOSTS.get(layout, "https://carnegieendowment.org")
    slug = f"the-{hand.one(('quiet', 'slow', 'upper', 'night'))}-port-{hand.rng.randint(10, 99)}"
    sheet = Sheet(
        hand=hand,
        layout=layout,
        kind=kind,
        language=language,
        dress=Dress(hand, legacy=legacy),
        prose=prose,
        headline=prose.headline(),
        people=people,
        day=day,
        url=host + _path(layout, kind, language.code, day, slug),
        host=host,
        topics=hand.some(language.topics, 1, 3),
        regions=hand.some(language.regions, 1, 3),
        outlet=hand.one(OUTLETS) if kind == "media" else None,
    )
    sheet.both = hand.draw(HANDS) == "both"
    sheet.blog = _blog(hand, sheet)
    sheet.expected["blog"] = sheet.blog if sheet.blog not in CENTRES else None
    sheet.expected["headline"] = sheet.headline
    return sheet


def _people(hand: Hand, prose: Prose) -> list[Person]:
    count = {"one": 1, "two": 2, "three": 3, "four": 4}[hand.draw(PEOPLE)]
    people = [prose.person() for _ in range(count)]
    outside = hand.draw(OUTSIDE)
    for place, person in enumerate(people):
        person.outside = outside == "all" or (outside == "some" and place == 0)
    return people


def _blog(hand: Hand, sheet: Sheet) -> str | None:
    if sheet.layout == "legacy-blog":
        return hand.one(LEGACY_BLOGS)
    if sheet.legacy:
        if sheet.layout == "politika-2022":
            sheet.undecided.add("blog")
        return None
    if sheet.kind in {"press", "event", "podcast", "media", "research"}:
        return None
    drawn = hand.draw(BLOG)
    if drawn == "centre":
        return hand.one(CENTRES)
    return hand.one(BLOGS) if drawn == "blog" else None


def _path(layout: str, kind: str, code: str, day: date, slug: str) -> str:
    if layout in {"legacy-blog", "politika-2022"}:
        return f"/{'politika' if layout == 'politika-2022' else 'chinafinancialmarkets'}/{day.toordinal() % 90000}"
    if layout == "era-b":
        return f"/{day:%Y/%m/%d}/{slug}/gl9v"
    if layout.startswith("site-"):
        place = "events" if kind == "event" else "research"
        prefix = "" if code == "en" else f"/{code}" if code != "uk" else ""
        return f"{prefix}/{place}/{day:%Y/%m}/{slug}"
    return f"/{day:%Y/%m/%d}/{slug}-pub-{day.toordinal() % 90000}"
