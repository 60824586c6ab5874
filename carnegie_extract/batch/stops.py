"""What ends a run without being the fault of a page."""


class OutputFailed(Exception):
    """Lines can't be written to `place`; `reason` says why. That a reader has enough is not a failure."""

    def __init__(self, place: str, reason: str, *, enough: bool = False) -> None:
        super().__init__(place, reason)
        self.place = place
        self.reason = reason
        self.enough = enough


class Refused(Exception):
    """`place` is not written, as something would be lost there; `reason` says what."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place, reason)
        self.place = place
        self.reason = reason
