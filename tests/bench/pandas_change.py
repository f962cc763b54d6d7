#!/usr/bin/env python3
"""What `tane-cli analyze --tables-only` is measured against: the same job in pandas, as a practised user writes it.

pandas_change.py BEFORE AFTER OUT.csv LINKS.csv reads two .csv or .xlsx files, joins them on 受付番号, compares the names of each pair,
writes who was joined to whom and who was not (LINKS.csv), counts up, stay, down and the unpaired of every item for all and for each
立場, writes them (OUT.csv), and prints two times in seconds without the start of Python and the import of pandas: the whole, and the
reading, joining and counting alone.
"""

import sys
import time

import numpy as np
import pandas as pd

NUMBER, NAME, ROLE = "受付番号", "氏名", "立場"
ITEMS = [f"Ⅰ-{i}" for i in range(1, 7)] + [f"Ⅱ-{i}" for i in range(1, 4)]
SCALE = pd.CategoricalDtype(list("abcde"), ordered=True)  # best first


def read(path):
    if path.endswith(".csv"):
        # Numbers may be texts such as P-012, so they are read as texts; roles and marks as categories, which is quickest.
        types = {NUMBER: str, NAME: str, ROLE: "category"} | dict.fromkeys(ITEMS, SCALE)
        return pd.read_csv(path, usecols=list(types), dtype=types, engine="c")
    frame = pd.read_excel(path, usecols=[NUMBER, NAME, ROLE, *ITEMS], engine="openpyxl", dtype={NUMBER: str})
    return frame.astype(dict.fromkeys(ITEMS, SCALE))


def count(pairs):
    roles = pairs[f"{ROLE}_before"].astype(object).fillna(pairs[f"{ROLE}_after"].astype(object)).to_numpy()
    groups = {"all": slice(None)} | {role: roles == role for role in pd.unique(roles)}
    for item in ITEMS:
        old = pairs[f"{item}_before"].cat.codes.to_numpy()
        new = pairs[f"{item}_after"].cat.codes.to_numpy()
        both = (old >= 0) & (new >= 0)
        up, down = both & (new < old), both & (new > old)
        only_before, only_after = (old >= 0) & (new < 0), (old < 0) & (new >= 0)
        for group, rows in groups.items():
            n, ups, downs, b, a = (int(np.count_nonzero(x[rows])) for x in (both, up, down, only_before, only_after))
            yield item, group, n, ups, n - ups - downs, downs, b, a


def main(before, after, out, links):
    start = time.perf_counter()
    pairs = read(before).merge(read(after), on=NUMBER, how="outer", suffixes=("_before", "_after"), indicator="state")
    same = (pairs[f"{NAME}_before"] == pairs[f"{NAME}_after"]) | (pairs["state"] != "both")
    rows = pd.DataFrame(count(pairs[same]), columns=["item", "group", "n", "up", "stay", "down", "unpaired_before",
                                                     "unpaired_after"])
    rows.to_csv(out, index=False)
    counted = time.perf_counter() - start
    pairs[["state", NUMBER, f"{NAME}_before", f"{NAME}_after"]].to_csv(links, index=False)
    print(time.perf_counter() - start, counted)


if __name__ == "__main__":
    main(*sys.argv[1:])
