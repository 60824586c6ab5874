"""How a page was read, as data: what each step found, which witnesses were asked, and what was missing.

This is the way to report a page that changed, and to write a layout for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from carnegie_extract.base.errors import ExtractionError
from carnegie_extract.base.record import plain
from carnegie_extract.fields import FIELDS, Article
from carnegie_extract.fields.field import Field, Found
from carnegie_extract.layouts.signs import SELECTORS, Signs
from carnegie_extract.layouts.site import count_marks
from carnegie_extract.lines.chrome import Removal, is_metadata_line
from carnegie_extract.lines.judgement import BODY
from carnegie_extract.lines.parts import spaced, tokens
from carnegie_extract.page.head import read_block
from carnegie_extract.page.marks import unmarked
from carnegie_extract.page.page import Page
from carnegie_extract.pipeline import Trace, read
from carnegie_extract.words.carnegie import is_carnegie_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from carnegie_extract.forms.member import SavedPage
    from carnegie_extract.layouts.layout import Layout
    from carnegie_extract.lines.judgement import Role
    from carnegie_extract.page.flow import Line

SIGNS = tuple(
    name
    for name, sign in vars(Signs).items()
    if isinstance(sign, cached_property) and not name.startswith("_")
)
"""The names of all signs."""
_AS_RECORDED = BODY | {"headline", "dek", "note"}
"""Roles of lines whose text stands in the record as it is."""


def explain(page: SavedPage) -> dict[str, Any]:
    """What was found on a page and how, ready for a JSON encoder.

    Of a page that is refused it says how far reading got. docs/explain.md describes the keys.
    """
    trace = Trace()
    refusal: ExtractionError | None = None
    try:
        read(page, trace)
    except ExtractionError as error:
        refusal = error
    layout, article = trace.layout, trace.article
    signs = trace.signs or (Signs(trace.page) if trace.page is not None else None)
    # A sign is looked for when it is asked for, and kept: these were asked on the way to the layout.
    asked = [name for name in vars(signs) if name in SIGNS] if trace.signs is not None else []
    return {
        "source": page.source,
        "forms": [*page.forms, *_own_form(trace.page)],
        "charset": _charset(page, trace),
        "addresses": list(dict.fromkeys(trace.addresses)),
        "metadata": _metadata(trace.page),
        "layout": layout.name if layout is not None else None,
        "asked": asked,
        "signs": {name: getattr(signs, name) for name in SIGNS} if signs is not None else {},
        "selectors": list(_selectors(trace.page, layout)),
        "fields": list(fields_of(trace, article)) if article is not None else [],
        "lines": list(lines_of(trace)),
        "warnings": list(article.warnings) if article is not None else [],
        "refusal": _refusal(refusal, trace),
    }


def _own_form(page: Page | None) -> list[str]:
    if page is None:
        return []
    return ["text" if page.tree is None else "html"]


def _charset(page: SavedPage, trace: Trace) -> dict[str, Any] | None:
    """The encoding, the one that the container gives, and the warnings about it."""
    if trace.decoded is None:
        return None
    return {
        "name": trace.decoded.charset,
        "container": page.charset,
        "warnings": list(trace.decoded.warnings),
    }


def _metadata(page: Page | None) -> dict[str, Any] | None:
    """Whether the metadata block was read, and where it stands."""
    if page is None or not page.metadata.present:
        return None
    return {"read": page.metadata.block is not None, "where": _metadata_place(page)}


def _metadata_place(page: Page) -> int | str:
    at = next((at for at, line in enumerate(page.flow) if is_metadata_line(line)), None)
    if at is not None:
        return at
    block = page.metadata.block
    in_script = any(
        metadata is not None and metadata.block == block for metadata, _ in map(read_block, page.head.scripts)
    )
    return "script" if in_script else "hidden"


def _selectors(page: Page | None, layout: Layout | None) -> Iterator[dict[str, Any]]:
    """Each selector that a sign or the layout uses, and how many elements it matches.

    On a page whose class names changed the zeros tell which witnesses fell silent.
    """
    if page is None or page.tree is None:
        return
    used = [(f"sign {sign}", selector) for sign, selectors in SELECTORS.items() for selector in selectors]
    for use, selector in (*used, *(_selectors_of(layout) if layout is not None else ())):
        yield {"selector": selector, "use": use, "matches": len(page.tree.css(selector))}


def _selectors_of(layout: Layout) -> Iterator[tuple[str, str]]:
    parts = {**layout._asdict(), **layout.markup._asdict()}
    for name, part in parts.items():
        if not isinstance(part, tuple) or part is layout.markup:
            continue
        for selector in part:
            if isinstance(selector, Removal):
                yield f"removal {selector.role}", selector.selector
            else:
                yield name, selector


def fields_of(trace: Trace, article: Article) -> Iterator[dict[str, Any]]:
    """The value of each field as in the record, and what each of its witnesses answered."""
    record = article.record()
    for field in FIELDS:
        heard = [(witness, answer) for name, witness, answer in trace.answers if name == field.name]
        spoke = [(witness, answer) for witness, answer in heard if answer is not None]
        witness, answer = spoke[0] if spoke else (None, None)
        yield {
            "field": field.name,
            "value": record[field.name],
            "witness": witness,
            "where": answer.at if answer is not None else None,
            "others": [_other(field, name, other, answer) for name, other in spoke[1:] if answer is not None],
            "silent": [name for name, answer in heard if answer is None],
            "asks": _asks(field, witness),
        }


def _other(field: Field, witness: str, other: Found, first: Found) -> dict[str, Any]:
    value = _value(other.value)
    agrees = field.agree(value, _value(first.value))
    return {"witness": witness, "where": other.at, "value": value, "agrees": agrees}


def _value(value: Any) -> Any:
    """The answer of a witness, as it would be in the record."""
    return value.isoformat() if isinstance(value, date) else plain(value)


def _asks(field: Field, witness: str | None) -> str | None:
    """Where the witness looks, in its own words."""
    ask = next((ask for ask in field.witnesses if ask.__name__ == witness), None)
    return ask.__doc__ if ask is not None else None


def lines_of(trace: Trace) -> Iterator[dict[str, Any]]:
    """Every line in order, with its role and the rule that gave it, None where reading ended before that."""
    verdicts = trace.judged.verdicts if trace.judged is not None else {}
    for at, line in enumerate(trace.page.flow if trace.page is not None else ()):
        verdict = verdicts.get(at)
        role, rule = verdict if verdict is not None else (None, None)
        yield {"line": at, "kind": line.kind, "role": role, "rule": rule, "text": _shown(line, role)}


def _shown(line: Line, role: Role | None) -> str:
    """The text of a line, with a dot between pieces that only the markup of a label or a card keeps apart."""
    if role in _AS_RECORDED or not line.runs:
        return line.plain
    return unmarked(spaced(line, tokens(line), None, " · ", titles=True))[0]


def _refusal(error: ExtractionError | None, trace: Trace) -> dict[str, Any] | None:
    if error is None:
        return None
    missing = list(_missing(trace.page, trace)) if trace.page is not None else []
    return {"kind": error.kind, "reason": error.reason, "missing": missing}


def _missing(page: Page, trace: Trace) -> Iterator[str]:
    """What an article of the Endowment's has and this page lacks, as far as it was looked for."""
    if not trace.addresses:
        yield "an address of the page's own"
        yield f"enough marks of the Carnegie Endowment (found: {count_marks(page)})"
    elif not is_carnegie_address(trace.addresses[0]):
        yield "an address at one of the Carnegie Endowment's sites"
    if not page.metadata.present:
        yield "a metadata block"
    if page.headline is None:
        yield "a headline"
    if trace.judged is None:
        return
    header = trace.judged.header
    if header.label is None:
        yield "a type label"
    if not header.byline:
        yield "a byline"
    if header.day is None:
        yield "a date near the headline"
    if not any(verdict.role in BODY for verdict in trace.judged.verdicts.values()):
        yield "a text"
