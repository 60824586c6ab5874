"""Print and read pages that are composed at random.

python -m tests.press shuffle 20000 --jobs 2
python -m tests.press shuffle 500 --choice header.byline=popover --calm 0.9
python -m tests.press shuffle --show 17
"""

import argparse
import json
import sys

from .shuffle import shuffle
from .shuffle.choices import CHOICES
from .shuffle.compare import difference_lines, differences
from .shuffle.report import each_value, lines, read_many


def _choice(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    if name not in CHOICES or value not in CHOICES[name].values:
        known = ", ".join(CHOICES[name].values) if name in CHOICES else ", ".join(CHOICES)
        raise argparse.ArgumentTypeError(f"no choice {text}; there are {known}")
    return name, value


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.press", description=__doc__)
    parser.add_argument("press", choices=["shuffle"])
    parser.add_argument("pages", type=int, nargs="?", default=2000)
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--calm", type=float, default=0.0, help="chance that a choice takes its first value")
    parser.add_argument("--choice", type=_choice, action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument(
        "--show", type=int, metavar="SEED", help="print this page, its record, the differences"
    )
    parser.add_argument("--each", action="store_true", help="force each value in turn; best with --calm 0.99")
    return parser.parse_args()


def _show(seed: int, forced: dict[str, str], calm: float) -> None:
    page = shuffle(seed, forced, calm)
    print(page.html.decode("utf-8", "replace"))
    print("\n--- expected")
    print(json.dumps(page.expected, ensure_ascii=False, indent=1))
    print("--- drawn")
    print(" ".join(sorted(f"{name}={value}" for name, value in page.drawn)))
    print("--- differences")
    for line in difference_lines(differences(page)):
        print(line)


def main() -> int:
    arguments = _arguments()
    forced = dict(arguments.choice)
    if arguments.show is not None:
        _show(arguments.show, forced, arguments.calm)
        return 0
    if arguments.each:
        for line in each_value(arguments.pages, arguments.calm):
            print(line)
        return 0
    seeds = range(arguments.first, arguments.first + arguments.pages)
    for line in lines(read_many(seeds, forced, arguments.calm, arguments.jobs)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
