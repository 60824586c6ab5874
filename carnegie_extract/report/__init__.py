"""The report: one HTML file for judging a run before trusting it.

Records go in, bytes of the file come out; `batch/writing/report_file.py` puts them in their places.
"""
