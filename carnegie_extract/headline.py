"""Finding the headline: the heading that `<title>` names, else the one over byline and date."""

from carnegie_extract.byline import are_names
from carnegie_extract.dates import find_date
from carnegie_extract.flow import HEADINGS, Block, Flow
from carnegie_extract.landmarks import after_label
from carnegie_extract.text import fold, letters

_LONGEST_HEADLINE = 400


def find_headline(flow: Flow, titles: list[str]) -> int | None:
    """The place of the headline in `flow`; None where nothing can be it.

    `titles` are what the head calls the page. The evidence has it in `h2` and in `h1`; cards in
    lists carry headings too, but none that is the page's title, or stand after byline and date.
    """
    named = {letters(title) for title in titles} - {""}
    headings = [at for at, block in enumerate(flow) if block.kind in HEADINGS and _open(block)]
    for rank in (("h1", "h2"), HEADINGS):
        for at in headings:
            if flow[at].kind in rank and letters(flow[at].text) in named:
                return at
    for at in headings:
        if flow[at].kind == "h1" and len(flow[at].text) <= _LONGEST_HEADLINE:
            return at
    landmark = next((at for at, block in enumerate(flow) if _is_header_landmark(block)), None)
    if landmark is not None:
        before = [at for at in headings if at < landmark and flow[at].kind in ("h2", "h3")]
        if before:
            return before[-1]
    for at, block in enumerate(flow):
        if len(block.text) <= _LONGEST_HEADLINE and _open(block) and letters(block.text) in named:
            return at
    return None


def split_headline(flow: Flow, titles: list[str]) -> tuple[Flow, int] | None:
    """The flow with a headline, and its place, where one line begins with it: None where none does.

    Pages before 2011 set it in `font` and `b`, and byline and date behind `br`.
    """
    named = {letters(title) for title in titles} - {""}
    for at, block in enumerate(flow):
        if block.runs and _open(block) and letters(block.runs[0].text) in named:
            lines = [block._replace(text=fold(run.text), node=run.node, runs=()) for run in block.runs]
            more = len(lines) - 1
            spans = {
                node: (start + more * (start > at), end + more * (end > at))
                for node, (start, end) in flow.spans.items()
            }
            return Flow([*flow[:at], *lines, *flow[at + 1 :]], spans), at
    return None


def _open(block: Block) -> bool:
    """Whether a block stands in no form, aside or footer; a card's `article` is told by order."""
    return block.box is None or block.box.tag == "article"


def _is_header_landmark(block: Block) -> bool:
    text = block.text
    if len(text) > _LONGEST_HEADLINE or (block.box is not None and block.box.tag != "aside"):
        return False
    if after_label("published", text) is not None and (find_date(text) or len(text) < 40):
        return True
    names = after_label("by", text)
    return names is not None and (not names or are_names(names))
