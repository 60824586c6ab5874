"""The record as a row of a table: no key is lost, and no value changes."""

import json
from importlib import import_module
from typing import Any

import pytest
from corpus import cases
from scale_runs import need

from carnegie_extract import extract

need("pyarrow", "scale")
arrow: Any = import_module("carnegie_extract.formats.arrow")
pa: Any = import_module("pyarrow")


@pytest.mark.parametrize("blocks", [False, True])
def test_each_record_is_a_row_and_comes_back(blocks: bool) -> None:
    schema = arrow.schema(blocks=blocks)
    records = [extract(case.page, source=case.id).record(blocks=blocks) for case in cases()]
    table = pa.Table.from_pylist([arrow.row(record) for record in records], schema)
    back = table.to_pylist()
    for row in back:
        row["metadata"] = row["metadata"] and json.loads(row["metadata"])
    assert json.loads(json.dumps(records)) == back
    assert schema.names == list(records[0])


def test_a_metadata_block_may_hold_numbers_of_any_size() -> None:
    record = extract(cases()[0].page).record() | {"metadata": {"id": 10**30}}
    assert arrow.row(record)["metadata"] == '{"id":1' + 30 * "0" + "}"


def test_a_type_that_no_column_can_have_is_reported() -> None:
    with pytest.raises(TypeError, match="no Arrow type"):
        arrow.arrow_type(complex)
