"""Class names and wrappers: the same parts in other clothes; and the ways to hide an element."""

from .choices import Hand, choice

CLASSES = choice(
    "dress.classes",
    known=(8, "relied on", "the class names that scrapers of 2026 depend on"),
    renamed=(2, "custom", "other names of the same sense, after a redesign"),
    hashed=(2, "custom", "css modules: a name and a hash for each build"),
    utility=(2, "custom", "utility soup of Tailwind, no name of a part"),
    none=(2, "custom", "no classes at all"),
)
HIDDEN = choice(
    "dress.hidden",
    sr_only=(4, "inferred", "Tailwind's class for what only screen readers read"),
    attribute=(3, "custom", "the hidden attribute"),
    display=(2, "custom", "an inline display:none"),
    class_=(2, "custom", "Tailwind's class hidden, without a width at which it shows"),
    visuallyhidden=(2, "seen", "the class that legacy pages hide 'Summary:' with"),
)
KNOWN = {
    "richtext": "cms-html payload-richtext",
    "scheme": "white-scheme",
    "header": "article-header",
    "label": "text-label",
    "headline": "text-textHeadline text-headlineH1",
    "dek": "text-dek",
    "card": "card flex flex-col",
    "card-title": "font-sans text-headlineH5",
    "text": "text-body",
    "info": "info",
    "authors": "authors-block",
    "notes": "notes",
    "disclaimer": "text-disclaimer",
    "hero": "hero",
    "byline": "byline",
    "date": "date",
    "pull": "pull-quote",
    "tags": "tags",
}
RENAMED = {
    "richtext": "prose-copy rte",
    "scheme": "band band--light",
    "header": "masthead-block",
    "label": "eyebrow",
    "headline": "heading-xl",
    "dek": "standfirst",
    "card": "teaser tile",
    "card-title": "teaser__title",
    "text": "copy",
    "info": "sidebar-note",
    "authors": "contributors",
    "notes": "endnotes",
    "disclaimer": "small-print",
    "hero": "lead-media",
    "byline": "credits-line",
    "date": "pub-stamp",
    "pull": "callout-quote",
    "tags": "taxonomy",
}
UTILITIES = (
    "flex flex-col mt-4 mb-8 px-6 text-lg md:text-xl leading-7 grid gap-4 max-w-prose font-serif w-full "
    "md:col-span-8 relative z-10 border-t items-center lg:pt-12".split()
)


class Dress:
    """The class names of one page."""

    def __init__(self, hand: Hand, *, legacy: bool) -> None:
        self.hand = hand
        self.style = "known" if legacy else hand.draw(CLASSES)
        self._hashed: dict[str, str] = {}

    def cls(self, part: str, also: str = "") -> str:
        """The class attribute of a part, with a space before it, or nothing."""
        names = f"{self._names(part)} {also}".strip()
        return f' class="{names}"' if names else ""

    def _names(self, part: str) -> str:
        if self.style == "known":
            return KNOWN.get(part, part)
        if self.style == "renamed":
            return RENAMED.get(part, f"x-{part}")
        if self.style == "hashed":
            mark = self._hashed.setdefault(part, "".join(self.hand.rng.choices("abcdefXYZ0123456789", k=5)))
            return f"Module_{part.replace('-', '')}__{mark}"
        if self.style == "utility":
            return " ".join(
                self._hashed.setdefault(part, " ".join(self.hand.rng.sample(UTILITIES, 4))).split()
            )
        return ""

    def hidden(self, tag: str, inside: str, more: str = "") -> str:
        """An element that a reader does not see."""
        how = {
            "sr-only": ' class="sr-only"',
            "attribute": " hidden",
            "display": ' style="display:none"',
            "class": ' class="hidden"',
            "visuallyhidden": ' class="visuallyhidden"',
        }[self.hand.draw(HIDDEN)]
        return f"<{tag}{how}{more}>{inside}</{tag}>"
