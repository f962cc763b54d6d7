#!/usr/bin/env python3
"""How many times faster `tane-cli analyze --tables-only` is than pandas at the same job, in one run on one machine.

Two CSV files of 100,000 people and two workbooks of 10,000 people, nine items each, made here from a fixed seed. The two
programs take turns; the medians of their wall time are compared, whole process against whole process. In brackets: the
same tane against the work of pandas alone, after Python has started and pandas is imported. The counts of both must
agree, or this fails.
"""

import argparse
import csv
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import time
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
ROLES = ("コーディネーター", "市町村担当者", "その他")
ITEMS = [(f"Ⅰ-{i}", "abcde") for i in range(1, 7)] + [(f"Ⅱ-{i}", "abcd") for i in range(1, 4)]
HEAD = ["受付番号", "氏名", "立場", "所属", *(code for code, _ in ITEMS)]
FAMILY = "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水".split()
GIVEN = "花子 太郎 陽子 健 美咲 誠 直子 隆 恵子 剛 由美 修 幸子 浩 真由美 学".split()
BLANK = 0.03
ONE_SIDED = 0.04


def people(count, random_):
    for number in range(1, count + 1):
        yield [number, f"{random_.choice(FAMILY)} {random_.choice(GIVEN)}", random_.choices(ROLES, (60, 35, 5))[0],
               f"第{random_.randrange(300)}センター"]


def answers(random_):
    return ["" if random_.random() < BLANK else random_.choice(options) for _, options in ITEMS]


def waves(count):
    """Rows of before and after: the same people but for a few on either side, in another order."""
    random_ = random.Random(20261121)
    everybody = list(people(count, random_))
    for _ in range(2):
        rows = [person + answers(random_) for person in everybody if random_.random() >= ONE_SIDED]
        random_.shuffle(rows)
        yield rows


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])


def write_xlsx(path, rows):
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("回答")
    for row in [HEAD, *rows]:
        sheet.append([None if value == "" else value for value in row])
    book.save(path)


def make(folder, kind, count):
    paths = [folder / f"{wave}-{count}.{kind}" for wave in ("before", "after")]
    if not all(path.exists() for path in paths):
        for path, rows in zip(paths, waves(count)):
            part = path.with_name(path.name + ".part")  # a killed run must not leave half a file behind
            (write_csv if kind == "csv" else write_xlsx)(part, rows)
            part.rename(path)
    return paths


def run(command):
    start = time.perf_counter()
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"failed ({done.returncode}): {' '.join(map(str, command))}\n{done.stderr}")
    return seconds, done.stdout


def counts(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return {
            (unicodedata.normalize("NFKC", row["item"]), row["group"]): tuple(
                int(row[column]) for column in ("n", "up", "stay", "down", "unpaired_before", "unpaired_after"))
            for row in csv.DictReader(file)
        }


def compare(program, folder, kind, count, runs):
    before, after = make(folder, kind, count)
    tane_out, pandas_out = folder / f"tane-{kind}", folder / f"pandas-{kind}.csv"
    tane_command = [program, "analyze", "--before", before, "--after", after, "--by", "role", "--tables-only", "--out", tane_out]
    pandas_command = [sys.executable, HERE / "pandas_change.py", before, after, pandas_out, folder / f"pandas-links-{kind}.csv"]
    tane, pandas, work, counting = [], [], [], []
    for turn in range(runs + 1):
        # Both write anew: to take away the files of the last turn is no part of the job.
        shutil.rmtree(tane_out, ignore_errors=True)
        for written in pandas_command[-2:]:
            written.unlink(missing_ok=True)
        tane_seconds, _ = run(tane_command)
        pandas_seconds, work_seconds = run(pandas_command)
        if turn > 0:  # the first turn only fills the caches of the disk
            tane.append(tane_seconds)
            pandas.append(pandas_seconds)
            whole, counted = map(float, work_seconds.split())
            work.append(whole)
            counting.append(counted)

    ours, theirs = counts(tane_out / "change.csv"), counts(pandas_out)
    if ours != theirs or not theirs:
        for key in sorted(ours.keys() | theirs.keys()):
            if ours.get(key) != theirs.get(key):
                print(f"{kind}: {key}: tane {ours.get(key)}, pandas {theirs.get(key)}", file=sys.stderr)
        sys.exit(f"{kind}: the counts differ")

    t, p, w, c = map(statistics.median, (tane, pandas, work, counting))
    print(f"{kind}: tane {t:.2f} s, pandas {p:.2f} s, ratio {p / t:.1f}"
          f" ({count} people, {len(theirs)} equal rows, median of {runs}; pandas without its start {w:.2f} s, ratio {w / t:.1f},"
          f" and without writing the links {c:.2f} s, ratio {c / t:.1f})",
          flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="path of tane-cli")
    parser.add_argument("--folder", default="build/bench", help="where the generated files go")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--csv-people", type=int, default=100_000)
    parser.add_argument("--xlsx-people", type=int, default=10_000)
    options = parser.parse_args()
    folder = pathlib.Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    compare(options.program, folder, "csv", options.csv_people, options.runs)
    compare(options.program, folder, "xlsx", options.xlsx_people, max(3, options.runs - 2))


if __name__ == "__main__":
    main()
