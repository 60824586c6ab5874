"""The metadata block of 2026: pretty-printed JSON as text of some element."""

import json

from .choices import choice
from .sheet import Sheet

PLACE = choice(
    "metadata.place",
    header=(5, "measured", "in the header, before main: it vanishes with header and nav"),
    nav=(2, "measured", "in the nav"),
    sr_only=(3, "inferred", "a span at the top of main"),
    pre=(2, "inferred", "a hidden pre"),
    hidden_div=(2, "inferred", "a hidden div"),
    script=(1, "inferred", "a script of type application/json"),
    none=(2, "seen", "no block, as on one Arabic page"),
)
TYPES = {
    "qa": "questionAnswer",
    "media": "legacyinthemedia",
    "press": "pressRelease",
    "podcast": "podcastEpisode",
    "research": "other",
    "article": "other",
}


def metadata(sheet: Sheet) -> tuple[str, str]:
    """Where the block stands, and its markup."""
    place = sheet.hand.draw(PLACE)
    if sheet.layout != "site-2026":
        place = "none"
        sheet.hand.forget(PLACE)
    if place == "none":
        sheet.expected["metadata"] = None
        return place, ""
    block: dict[str, object] = {
        "authors": [person.name for person in sheet.people],
        "type": TYPES.get(sheet.kind, sheet.kind),
    }
    if sheet.expected["blog"]:
        block["blog"] = sheet.blog
    block |= {
        "centerAffiliationAll": "dc",
        "centers": ["Carnegie Endowment for International Peace"],
        "englishNewsletterAll": "",
        "nonEnglishNewsletterAll": "",
        "primaryCenter": "Carnegie Endowment for International Peace",
        "programAffiliation": "",
        "programs": ["Rivers and Harbors"],
        "projects": [],
        "regions": sheet.regions,
        "topics": sheet.topics,
    }
    if sheet.kind == "event":
        block["eventCollection"] = []
    sheet.expected |= {
        "metadata": block,
        "type": block["type"],
        "topics": sheet.topics,
        "regions": sheet.regions,
    }
    text = json.dumps(block, indent=2, ensure_ascii=False)
    markup = sheet.says(text)
    forms = {
        "sr-only": f'<span class="sr-only">{markup}</span>',
        "pre": f'<pre class="hidden">{markup}</pre>',
        "script": f'<script type="application/json">{text}</script>',
    }
    return place, forms.get(place, f"<div hidden>{markup}</div>")
