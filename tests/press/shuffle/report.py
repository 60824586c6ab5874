"""Read many pages, and count which choices go with pages that are not whole."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from .choices import CHOICES
from .compare import differences
from .press import shuffle

CONTEXT = {
    "notes.": {"notes": "some"},
    "pull.": {"pull": "exact"},
    "insert.": {"insert": "card"},
    "event.": {"kind": "event"},
    "legacy.": {"layout": "legacy-publication"},
    "legacy.comments": {"layout": "legacy-blog"},
    "legacy.banner": {"layout": "carnegie-ru"},
    "second.event": {"kind": "event"},
    "second.legacy": {"layout": "legacy-publication"},
    "second.notes": {"notes": "some"},
    "second.speaker": {"kind": "qa"},
    "second.run": {"body.headings": "h3"},
    "second.heading": {"body.headings": "h3"},
    "body.source": {"kind": "media"},
    "body.notice": {"language": "ru"},
    "notes.digits": {"notes": "some", "language": "ar"},
}
"""What else must be so for a choice to show when it is tried alone."""

Result = tuple[int, frozenset[tuple[str, str]], tuple[str, ...]]


@dataclass
class Row:
    """Pages that drew one value of one choice."""

    pages: int = 0
    broken: int = 0
    fields: Counter[str] = field(default_factory=Counter)

    @property
    def rate(self) -> float:
        return self.broken / self.pages


def read(seed: int, forced: Mapping[str, str], calm: float) -> Result:
    """The seed, what it drew, and the fields that were read wrong."""
    page = shuffle(seed, forced, calm)
    return seed, page.drawn, tuple(name for name, _, _ in differences(page))


def read_many(seeds: range, forced: Mapping[str, str], calm: float, jobs: int) -> list[Result]:
    one = partial(read, forced=forced, calm=calm)
    if jobs == 1:
        return [one(seed) for seed in seeds]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(one, seeds, chunksize=100))


def share_of_whole(results: Iterable[Result]) -> float:
    results = list(results)
    return sum(not wrong for _, _, wrong in results) / len(results)


def table(results: Iterable[Result]) -> dict[tuple[str, str], Row]:
    """A row for each value that was drawn, the worst first."""
    rows: defaultdict[tuple[str, str], Row] = defaultdict(Row)
    for _, drawn, wrong in results:
        for value in drawn:
            row = rows[value]
            row.pages += 1
            row.broken += bool(wrong)
            row.fields.update(wrong)
    return dict(sorted(rows.items(), key=lambda item: (-item[1].rate, item[0])))


def of_second_hand(drawn: Iterable[tuple[str, str]]) -> bool:
    """Whether a page is other than the first hand prints it."""
    return any(
        name.startswith("second.") and value != next(iter(CHOICES[name].values)) for name, value in drawn
    )


def _hands(results: list[Result]) -> Iterable[str]:
    for words, second in (("of the first hand alone", False), ("with choices of the second hand", True)):
        some = [result for result in results if of_second_hand(result[1]) == second]
        if some:
            yield f"{share_of_whole(some):.1%} of {len(some)} pages {words}"


def lines(results: list[Result]) -> Iterable[str]:
    """The report."""
    yield f"{share_of_whole(results):.1%} of {len(results)} pages whole"
    yield from _hands(results)
    fields = Counter(name for _, _, wrong in results for name in wrong)
    yield "fields: " + ", ".join(f"{name} {count}" for name, count in fields.most_common())
    broken = [seed for seed, _, wrong in results if wrong]
    yield "seeds: " + " ".join(map(str, broken[:20]))
    yield f"{'choice':<38}{'sure':<11}{'pages':>6}{'broken':>8}{'rate':>7}  fields"
    for (name, value), row in table(results).items():
        known = CHOICES[name].values.get(value)
        worst = ", ".join(f"{each} {count}" for each, count in row.fields.most_common(4))
        yield (
            f"{name + '=' + value:<38}{known.sure if known else '?':<11}"
            f"{row.pages:>6}{row.broken:>8}{row.rate:>7.0%}  {worst}"
        )


def each_value(pages: int, calm: float) -> Iterable[str]:
    """How often a value breaks pages that are whole without it."""
    found = []
    for name, which in CHOICES.items():
        context = CONTEXT.get(name) or CONTEXT.get(name.split(".")[0] + ".") or {}
        control = {seed for seed in range(pages) if not read(seed, context, calm)[2]}
        for value in which.values:
            results = [read(seed, {**context, name: value}, calm) for seed in range(pages)]
            results = [result for result in results if (name, value) in result[1] and result[0] in control]
            row = table(results).get((name, value))
            if row and row.broken:
                example = next(seed for seed, _, wrong in results if wrong)
                found.append((row.rate, f"{name}={value}", which.values[value].sure, row, example))
    for rate, name, sure, row, example in sorted(found, key=lambda item: (-item[0], item[1])):
        worst = ", ".join(f"{each} {count}" for each, count in row.fields.most_common(4))
        yield f"{name:<38}{sure:<11}{row.pages:>6}{row.broken:>8}{rate:>7.0%}  {worst}  (seed {example})"
