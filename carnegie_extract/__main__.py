"""python -m carnegie_extract: the command."""

import sys

from carnegie_extract.cli import main

sys.exit(main())
