"""Make a tree say what a reader sees, before its lines are read.

Streamed parts go where they belong, what is hidden is found, `<br>` and footnote calls become marks (`marks`).
"""

from __future__ import annotations

import re

from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.base.text import fold
from carnegie_extract.page.calls import mark_calls
from carnegie_extract.page.dom import INLINE, Node, Tree, ancestors
from carnegie_extract.page.marks import BREAK
from carnegie_extract.words.vocabulary import after_label

_NEVER_TEXT = ["script", "style", "noscript", "svg"]
_HIDDEN = (
    (
        b"hidden",
        '[hidden], [aria-hidden="true"], .visuallyhidden, .visually-hidden, .hidden, [style*="visibility" i]',
    ),
    (b"display", '[style*="display" i]'),
    (b"popover", "[popover]"),
    (b"tooltip", '[role="tooltip"]'),
    (b"sr-only", ".sr-only"),
    (b"screen-reader", ".screen-reader-text"),
    (b"d-none", ".d-none"),
    (b"<dialog", "dialog:not([open])"),
)
"""Selectors of what may be hidden, each with the bytes that a page has which needs it asked."""
_SWITCHED_OFF = pattern(r"display\s?:\s?none|visibility\s?:\s?hidden", re.I)
_SHOWN_AT_A_WIDTH = pattern(r"\b(?:xs|sm|md|lg|xl|2xl|print):\S|\bd-(?:xs|sm|md|lg|xl)-\S", re.I)
_DIALOG = '[role="dialog"], [role="alertdialog"]'
_LEAVES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "button"))
_LONGEST_ICON = 40
_MUCH = 2000
"""Characters above which a hidden element may be the page itself, waiting for a script."""
_NEAR = 12

_TEMPLATES = 'template[id^="B:"], template[id^="P:"]'
_LONGEST_FALLBACK = 20
"""Nodes."""


class Prepared(NamedTuple):
    """What the walk must know: elements that are boxes, by `mem_id`: "hidden", "dialog"; streamed parts missing."""

    boxes: dict[int, str]
    missing: int


def prepare(tree: Tree, utf8: bytes) -> Prepared:
    """Change `tree`, which was parsed from `utf8`, in place."""
    missing = _place_streamed(tree) if b"<template" in utf8 else 0
    boxes = {node.mem_id: "dialog" for node in tree.css(_DIALOG)} if b"dialog" in utf8 else {}
    _hide(tree, utf8, boxes)
    for node in tree.css("br"):
        node.replace_with(f" {BREAK} ")
    mark_calls(tree)
    tree.strip_tags(_NEVER_TEXT)
    return Prepared(boxes, missing)


def _place_streamed(tree: Tree) -> int:
    """Put what React streamed late (`<div hidden id="S:0">`) where its template stands; how many never came."""
    templates = {(node.id or "").partition(":")[2]: node for node in reversed(tree.css(_TEMPLATES))}
    parts = {number: part for part in reversed(tree.css('[id^="S:"]')) if (number := (part.id or "")[2:])}
    for number in _inner_first(templates, parts):
        template, part = templates[number], parts[number]
        _take_fallback_out(template)
        for child in list(part.iter(include_text=True)):
            template.insert_before(child)
        part.decompose()
    return len(templates.keys() - parts.keys())


def _inner_first(templates: dict[str, Node], parts: dict[str, Node]) -> list[str]:
    """The parts that have a template, those within others before these: what is placed is copied."""
    placed: dict[str, None] = {}
    entered: set[str] = set()
    stack = [number for number in templates if number in parts]
    while stack:
        number = stack[-1]
        if number in entered:
            placed.setdefault(stack.pop())
            continue
        entered.add(number)
        inner = ((node.id or "").partition(":")[2] for node in parts[number].css(_TEMPLATES))
        stack.extend(each for each in inner if each in parts and each in templates and each not in entered)
    return list(placed)


def _take_fallback_out(template: Node) -> None:
    """Remove what React shows until the part comes: all from its template to the comment "/$"."""
    shown: list[Node] = []
    node = template.next
    while node is not None and len(shown) < _LONGEST_FALLBACK:
        if node.is_comment_node:
            if (node.comment_content or "").strip() == "/$":
                for each in shown:
                    each.decompose()
            return
        shown.append(node)
        node = node.next


def _hide(tree: Tree, utf8: bytes, boxes: dict[int, str]) -> None:
    """Take hidden words out of lines; note hidden elements that are lines of their own."""
    selectors = [selector for sign, selector in _HIDDEN if sign in utf8]
    total: int | None = None
    for node in tree.css(", ".join(selectors)) if selectors else ():
        if node.parent is None or not _is_hidden(node):
            continue
        text = fold(node.text())
        if not text or text[0] == "{" or _is_label(text):
            continue  # the metadata block, and labels for screen readers, are read all the same
        if len(text) > _MUCH:
            total = len(tree.body.text()) if total is None and tree.body is not None else total
            if len(text) * 2 > (total or 0):
                continue
        if _stands_in_a_line(node):
            node.replace_with("")  # it is not freed: what it holds may be in the list too
        else:
            boxes[node.mem_id] = "hidden"


def _is_hidden(node: Node) -> bool:
    """Whether a reader does not see an element that one of the selectors found."""
    attributes = node.attributes
    if "hidden" in attributes or "popover" in attributes or attributes.get("role") == "tooltip":
        return True
    if _SWITCHED_OFF.search(attributes.get("style") or ""):
        return True
    names = attributes.get("class") or ""
    if _HIDING.intersection(names.split()):
        return _SHOWN_AT_A_WIDTH.search(names) is None
    if attributes.get("aria-hidden") == "true":
        return len(node.text().strip()) <= _LONGEST_ICON
    return node.tag == "dialog"


_HIDING = frozenset("sr-only visuallyhidden visually-hidden screen-reader-text hidden d-none".split())


def _is_label(text: str) -> bool:
    return any(after_label(kind, text) == "" for kind in ("summary", "by", "published"))


def _stands_in_a_line(node: Node) -> bool:
    if node.tag in INLINE:
        return True
    outer = node.parent
    if outer is not None and outer.tag in INLINE:
        return True
    return any(each.tag in _LEAVES for each, _ in zip(ancestors(node), range(_NEAR), strict=False))
