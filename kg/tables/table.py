"""A table, which pandas or polars take over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.errors import NotInstalled

if TYPE_CHECKING:
    import pandas
    import polars

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Table:
    """Rows under named columns.

    Cells are texts, numbers, days (`datetime.date`), None, or tuples of texts.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    @classmethod
    def of(cls, columns: Iterable[str], rows: Iterable[Row]) -> Table:
        """A table of rows that are mappings; what a row does not have is None."""
        names = tuple(columns)
        return cls(names, tuple(tuple(row.get(name) for name in names) for row in rows))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The rows, as dictionaries."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def pandas(self) -> pandas.DataFrame:
        """The table as a pandas data frame; days are `datetime64`, counts `Int64`.

        Raises:
            NotInstalled: pandas is not there.
        """
        try:
            import pandas
        except ModuleNotFoundError:
            raise NotInstalled(
                "a data frame needs pandas: pip install 'faisceau[notebook]'"
            ) from None
        frame = pandas.DataFrame(list(self.rows), columns=list(self.columns))
        for name in self._days():
            frame[name] = pandas.to_datetime(frame[name])
        return frame.convert_dtypes()

    def polars(self) -> polars.DataFrame:
        """The table as a polars data frame; days are `Date`, tuples lists of texts.

        Raises:
            NotInstalled: polars is not there.
        """
        try:
            import polars
        except ModuleNotFoundError:
            raise NotInstalled(
                "a data frame needs polars: pip install 'faisceau[notebook]'"
            ) from None
        columns = {
            name: [list(cell) if isinstance(cell, tuple) else cell for cell in cells]
            for name, cells in zip(self.columns, self._cells(), strict=True)
        }
        return polars.DataFrame(columns)

    def _repr_html_(self) -> str:
        from kg.display import table_html

        return table_html(self.columns, self.rows)

    def _cells(self) -> list[list[Any]]:
        return [[row[n] for row in self.rows] for n in range(len(self.columns))]

    def _days(self) -> list[str]:
        return [
            name
            for name, cells in zip(self.columns, self._cells(), strict=True)
            if any(isinstance(cell, date) for cell in cells)
        ]
