"""The photo agencies that credits under pictures name."""

from carnegie_extract.base.text import key

AGENCIES = ("istock", "getty images", "getty", "afp", "reuters", "shutterstock", "alamy", "associated press")


def is_agency(text: str) -> bool:
    """Whether a text is a photo agency, or ends with one as credits do: "A. Photographer/AFP via Getty Images"."""
    return key(text).endswith(AGENCIES)
