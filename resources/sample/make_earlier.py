#!/usr/bin/env python3
"""Makes earlier-before.csv and earlier-after.csv: the answers of the year before the sample's finished cycle, so that the
comparison of years has something to show. A small first workshop: 24 coordinators and 12 officers before, three of each
group not after. Answered by number only, as some prefectures do; all of it is invented.

Run it in this folder; the result is checked in and must not change by itself (the seed is fixed)."""
import csv
import random

random.seed(20240930)

ITEMS = {"Ⅰ-1": 5, "Ⅰ-2": 5, "Ⅰ-3": 5, "Ⅰ-4": 5, "Ⅰ-5": 5, "Ⅰ-6": 5, "Ⅱ-1": 4, "Ⅱ-2": 4, "Ⅱ-3": 4}
# Of ten people: how many rise and how many fall, by item.
MOVES = {"Ⅰ-1": (1, 2), "Ⅰ-2": (1, 2), "Ⅰ-3": (2, 2), "Ⅰ-4": (2, 1), "Ⅰ-5": (2, 2), "Ⅰ-6": (1, 3),
         "Ⅱ-1": (2, 1), "Ⅱ-2": (3, 1), "Ⅱ-3": (2, 2)}
GOOD = ["とてもよい", "よい", "どちらとも言えない", "あまりよくない"]
CONTINUE = ["定期的に継続", "継続すべき", "実施しても定期的に行う必要はない", "わからない"]
TOWNS = {"青葉野市": "東部", "夕凪市": "西部", "南風市": "南部", "白樺市": "北部", "みどり丘町": "東部", "西浜町": "西部"}
REASONS = ["", "", "", "", "ほかの地域の取組を知ることができた", "時間が短く、話し足りなかった"]


def person(number, role):
    town = random.choice(list(TOWNS))
    area = TOWNS[town]
    coordinator = role == "コーディネーター"
    return {"受付番号": str(number), "立場": role, "都道府県": "架空県", "市町村": town, "圏域": area,
            "所属": f"{area}在宅医療・介護連携支援センター" if coordinator else f"{town}高齢福祉課",
            "所属種別": random.choice(["医師会", "病院", "地域包括支援センター"]) if coordinator else "市町村",
            "経験年数": random.choice(["1年未満", "1～3年未満", "3～5年未満", "5年以上"])}


def moved(item, mark):
    up, down = MOVES[item]
    way = random.choices([-1, 1, 0], [up, down, 10 - up - down])[0]
    return min(max(mark + way, 0), ITEMS[item] - 1)


before, after = [], []
for index in range(36):
    row = person(501 + index, "コーディネーター" if index < 24 else "市町村担当者")
    marks = {item: random.choices(range(size), [2, 4, 5, 4, 2][:size])[0] for item, size in ITEMS.items()}
    before.append(row | {item: "abcde"[mark] for item, mark in marks.items()})
    if index % 12 in (3, 7, 11) and index not in (15, 19, 23):
        continue
    later = row | {item: "abcde"[moved(item, mark)] for item, mark in marks.items()}
    for k, scale in enumerate((GOOD, GOOD, GOOD, CONTINUE), 1):
        later[f"Ⅲ-{k}"] = random.choices(scale, [6, 9, 4, 1])[0]
    later["Ⅲ-1理由"] = random.choice(REASONS)
    after.append(later)

HEAD = ["受付番号", "立場", "所属", "所属種別", "都道府県", "市町村", "圏域", "経験年数"]
for name, rows, more in (("earlier-before.csv", before, []), ("earlier-after.csv", after, ["Ⅲ-1", "Ⅲ-1理由", "Ⅲ-2", "Ⅲ-3", "Ⅲ-4"])):
    with open(name, "w", encoding="utf-8", newline="") as f:
        out = csv.DictWriter(f, HEAD + list(ITEMS) + more)
        out.writeheader()
        out.writerows(rows)
    print(name, len(rows))
