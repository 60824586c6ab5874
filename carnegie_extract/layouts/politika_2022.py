"""Carnegie Politika 2022-2024 (`/politika/NNNNN`): summary, date and then the author."""

from carnegie_extract.layouts.layout import Layout
from carnegie_extract.layouts.legacy import MARKUP, PDF

POLITIKA_2022 = Layout(name="politika-2022", markup=MARKUP, of_blog=True, pdf=PDF)
