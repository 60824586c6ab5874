"""The options of a run."""

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.forms.member import MAX_PAGE_SIZE

PROGRAM = "carnegie-extract"
STDIN = "-"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Inputs(NamedTuple):
    """What the command line names."""

    pages: list[str]
    """Files and folders."""
    lists: list[str]
    """Files of paths."""
    null: bool = False
    """Their paths are separated by NUL."""
    meets: "Callable[[str, str], bool] | None" = None
    """Whether a file at a path is read with a folder as soon as it is there."""


class Options(NamedTuple):
    """What is read, how it is run, what is written and what is reported."""

    blocks: bool = False
    """The typed blocks follow `body`."""
    pretty: bool = False
    """Indented, for eyes."""
    format: str = "jsonl"
    """The name of the format that records are written in."""
    fields: tuple[str, ...] | None = None
    """The keys of the record that are written; None for all."""
    width: int | None = None
    """Columns that texts are wrapped to; None where they are not."""
    in_folder: bool = False
    """`output` is a folder, which takes a file for each article."""
    output: str | None = None
    """The file that the records go to; None for standard output."""
    resume: bool = False
    """Continue what an interrupted run left of `output`."""
    errors: str | None = None
    """The file that failures go to, a JSON line each."""
    force: bool = False
    """Replace `output`, `errors` and `report`, even if they hold something else."""
    errors_all: bool = False
    """What is skipped goes there too."""
    jobs: int | None = None
    """Processes that read pages; None for one for each usable core."""
    timeout: float = 10
    """Seconds that a page may take."""
    max_page_size: int = MAX_PAGE_SIZE
    """Bytes that a page may have."""
    max_memory: int = 2**30
    """Bytes that a process which reads pages may have."""
    report: str | None = None
    """The HTML file in which a person judges the run."""
    made_by: str = ""
    """The version of this tool, which that file names."""
    fail_fast: bool = False
    """Stop at the first failure."""
    quiet: bool = False
    """Report nothing but failures."""
    verbose: bool = False
    """Name each page that fails or is skipped."""
    color: bool | None = None
    """Messages in color; None for a terminal's."""
    many: bool = False
    """A folder or a list was named."""
    named: frozenset[str] = frozenset()
    """The pages that the command line names, as `source` names them: each failure among them is reported."""

    @property
    def is_plain(self) -> bool:
        """Whether records are written as the processes give them that read the pages: as JSON Lines."""
        return self.format == "jsonl" and self.fields is None
