"""`python -m carnegie_extract`."""

from carnegie_extract.command import run

if __name__ == "__main__":
    run()
