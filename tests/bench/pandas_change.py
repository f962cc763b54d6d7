#!/usr/bin/env python3
"""What `tane-cli analyze --tables-only` is measured against: the same job in pandas, written to be quick.

pandas_change.py BEFORE AFTER OUT.csv reads two .csv or .xlsx files, joins them on 受付番号, counts up, stay and down of
every item for all and for each 立場, writes them, and prints the seconds this took without the start of Python and
the import of pandas.
"""

import sys
import time

import numpy as np
import pandas as pd

NUMBER, ROLE = "受付番号", "立場"
ITEMS = [f"Ⅰ-{i}" for i in range(1, 7)] + [f"Ⅱ-{i}" for i in range(1, 4)]
SCALE = pd.CategoricalDtype(list("abcde"), ordered=True)  # best first


def read(path, columns):
    # Only the columns needed, typed at once: pandas is fastest that way.
    if path.endswith(".csv"):
        types = {NUMBER: "int64", ROLE: "category"} | dict.fromkeys(ITEMS, SCALE)
        return pd.read_csv(path, usecols=columns, dtype={c: types[c] for c in columns}, engine="c")
    frame = pd.read_excel(path, usecols=columns, engine="openpyxl")
    return frame.astype(dict.fromkeys(ITEMS, SCALE))


def count(before, after):
    pairs = before.merge(after, on=NUMBER, suffixes=("_before", "_after"))
    roles = pairs[ROLE].to_numpy()
    groups = {"all": slice(None)} | {role: roles == role for role in pd.unique(pairs[ROLE])}
    for item in ITEMS:
        old = pairs[f"{item}_before"].cat.codes.to_numpy()
        new = pairs[f"{item}_after"].cat.codes.to_numpy()
        both = (old >= 0) & (new >= 0)
        up, down = both & (new < old), both & (new > old)
        for group, rows in groups.items():
            n = int(np.count_nonzero(both[rows]))
            ups, downs = int(np.count_nonzero(up[rows])), int(np.count_nonzero(down[rows]))
            yield item, group, n, ups, n - ups - downs, downs


def main(before, after, out):
    start = time.perf_counter()
    rows = count(read(before, [NUMBER, ROLE, *ITEMS]), read(after, [NUMBER, *ITEMS]))
    pd.DataFrame(rows, columns=["item", "group", "n", "up", "stay", "down"]).to_csv(out, index=False)
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main(*sys.argv[1:])
