"""`python -m carnegie_extract`."""

from carnegie_extract.cli import run

if __name__ == "__main__":
    run()
