#!/usr/bin/env python3
"""Makes before.csv and after.csv: the sample every new user sees. All people and places are invented.

The counts up/stay/down are those of the first trial workshop in the 2024 research report on supporting home-care
coordinators (78 people before, 75 after). The sheets are not clean on purpose: variant kanji, widths, missing numbers, a shared
mailbox, somebody who answered twice, blanks and unreadable cells, so that every path of the program is shown.

Run it in this folder; the result is checked in and must not change by itself (the seed is fixed)."""
import csv
import random

random.seed(20241121)

ITEMS = ["Ⅰ-1", "Ⅰ-2", "Ⅰ-3", "Ⅰ-4", "Ⅰ-5", "Ⅰ-6", "Ⅱ-1", "Ⅱ-2", "Ⅱ-3"]
PUBLISHED = {  # up, stay, down
    "コーディネーター": [(6, 26, 9), (6, 22, 13), (8, 24, 9), (9, 23, 7), (9, 20, 10), (5, 26, 8), (11, 27, 3), (16, 21, 4), (13, 22, 6)],
    "市町村担当者": [(3, 14, 8), (3, 17, 5), (7, 14, 5), (6, 13, 7), (6, 15, 5), (5, 15, 6), (5, 19, 2), (8, 15, 3), (11, 11, 4)],
}
PRACTICE = ["常にそのようにできている", "概ねそのようにできている", "そのようにしたいと考え徐々に取り組んでいる",
            "そのようにしたいが取り組めていない", "特にそのようにすることは考えていない"]
EXPLAIN = ["説明できそうだ", "時間をかければ説明できそうだ", "時間と資料があれば説明できそうだ", "時間と資料があっても難しそうだ"]
GOOD = ["とてもよい", "よい", "どちらとも言えない", "あまりよくない"]
CONTINUE = ["定期的に継続", "継続すべき", "実施しても定期的に行う必要はない", "わからない"]

AREAS = {"東部": ["青葉野市", "みどり丘町", "朝霧村"], "西部": ["夕凪市", "西浜町", "こもれび町"],
         "南部": ["南風市", "花園町", "潮見町"], "北部": ["白樺市", "雪見町", "峰岡村"]}
FAMILY = [("佐藤", "さとう"), ("鈴木", "すずき"), ("田中", "たなか"), ("伊藤", "いとう"), ("山本", "やまもと"), ("中村", "なかむら"),
          ("小林", "こばやし"), ("加藤", "かとう"), ("吉田", "よしだ"), ("山田", "やまだ"), ("佐々木", "ささき"), ("松本", "まつもと"),
          ("井上", "いのうえ"), ("木村", "きむら"), ("林", "はやし"), ("清水", "しみず"), ("山崎", "やまざき"), ("森", "もり"),
          ("池田", "いけだ"), ("橋本", "はしもと"), ("阿部", "あべ"), ("石川", "いしかわ"), ("小川", "おがわ"), ("前田", "まえだ"),
          ("岡田", "おかだ"), ("長谷川", "はせがわ"), ("藤田", "ふじた"), ("後藤", "ごとう"), ("近藤", "こんどう"), ("村上", "むらかみ"),
          ("遠藤", "えんどう"), ("青木", "あおき"), ("坂本", "さかもと"), ("福田", "ふくだ"), ("太田", "おおた"), ("西村", "にしむら"),
          ("藤井", "ふじい"), ("岡本", "おかもと"), ("三浦", "みうら"), ("中野", "なかの"), ("原田", "はらだ"), ("松田", "まつだ"),
          ("竹内", "たけうち"), ("中山", "なかやま"), ("和田", "わだ"), ("石田", "いしだ"), ("上田", "うえだ"), ("森田", "もりた")]
GIVEN = [("葵", "あおい"), ("結", "ゆい"), ("凛", "りん"), ("陽菜", "ひな"), ("蓮", "れん"), ("湊", "みなと"), ("碧", "あおい"),
         ("晴", "はる"), ("紬", "つむぎ"), ("朝日", "あさひ"), ("律", "りつ"), ("澪", "みお"), ("奏", "かなで"), ("楓", "かえで"),
         ("真央", "まお"), ("千尋", "ちひろ"), ("直樹", "なおき"), ("美咲", "みさき"), ("健太", "けんた"), ("由紀", "ゆき")]
EXPERIENCE = ["1年未満", "1～3年未満", "3～5年未満", "5年以上"]
QUALIFICATIONS = ["看護師", "保健師", "社会福祉士", "介護支援専門員", "医療ソーシャルワーカー"]
KINDS = ["医師会", "病院", "地域包括支援センター", "訪問看護事業所"]

used = set()


def new_person(role, number):
    while True:
        family, given = random.choice(FAMILY), random.choice(GIVEN)
        name = family[0] + " " + given[0]
        if name not in used:
            used.add(name)
            break
    area = random.choice(list(AREAS))
    town = random.choice(AREAS[area])
    if role == "コーディネーター":
        kind = random.choice(KINDS)
        place = {"医師会": f"{area}医師会", "病院": f"{town}立病院", "地域包括支援センター": f"{town}地域包括支援センター",
                 "訪問看護事業所": f"{area}訪問看護ステーション"}[kind]
        centre = f"{area}在宅医療・介護連携支援センター"
        title = random.choice(["コーディネーター", "主任", "センター長", ""])
    else:
        kind, place, centre = "市町村", f"{town}高齢福祉課", ""
        title = random.choice(["主事", "主任", "係長", "主査"])
    return {"受付番号": str(number), "氏名": name, "ふりがな": family[1] + " " + given[1],
            "メール": f"p{number:03d}@example.jp", "立場": role, "所属": place, "所属種別": kind, "役職": title,
            "都道府県": "架空県", "市町村": town, "圏域": area, "センター": centre,
            "経験年数": random.choices(EXPERIENCE, [2, 4, 2, 5])[0],
            "資格": "、".join(random.sample(QUALIFICATIONS, random.choice([1, 1, 2])))}


def scale(item):
    return PRACTICE if item.startswith("Ⅰ") else EXPLAIN


def marks_for_pairs(counts, n, size):
    """Marks before and after for n people with the given counts."""
    up, stay, down = counts
    assert up + stay + down == n
    kinds = ["up"] * up + ["stay"] * stay + ["down"] * down
    random.shuffle(kinds)
    result = []
    for kind in kinds:
        if kind == "stay":
            b = a = random.choices(range(size), [2, 5, 5, 3, 1][:size])[0]
        elif kind == "up":
            b = random.choices(range(1, size), [3, 5, 3, 1][:size - 1])[0]
            a = max(0, b - random.choices([1, 2], [5, 1])[0])
        else:
            b = random.choices(range(0, size - 1), [3, 5, 3, 1][:size - 1])[0]
            a = min(size - 1, b + random.choices([1, 2], [5, 1])[0])
        result.append((b, a))
    return result


def written(mark, item):
    """The ways people write an answer."""
    texts = scale(item)
    code = "abcde"[mark]
    return random.choices([code, chr(ord(code) + 0xFEE0), f"{code}.{texts[mark]}", texts[mark], str(mark + 1), code.upper()],
                          [60, 8, 14, 8, 6, 4])[0]


people = {"コーディネーター": [], "市町村担当者": []}
number = 100
for role, size in (("コーディネーター", 49), ("市町村担当者", 29)):
    for _ in range(size):
        number += 1
        people[role].append(new_person(role, number))
coordinators, officers = people["コーディネーター"], people["市町村担当者"]

# Names whose variants join only when folded, or not at all.
for person, name, kana in ((coordinators[3], "斎藤 真央", "さいとう まお"), (coordinators[7], "髙橋 直樹", "たかはし なおき"),
                           (coordinators[11], "渡邉 結", "わたなべ ゆい"), (officers[2], "山﨑 健太", "やまざき けんた"),
                           (officers[5], "澤田 由紀", "さわだ ゆき")):
    person["氏名"], person["ふりがな"] = name, kana

before, after = [], []
answers = {}  # id(person) -> {item: (before, after)}
PAIRS = {"コーディネーター": 41, "市町村担当者": 26}
for role, group in people.items():
    paired = group[:PAIRS[role]]
    for index, item in enumerate(ITEMS):
        counts = PUBLISHED[role][index]
        n = sum(counts)
        # Blanks fall on different people so that each stays in some base.
        absent = [paired[(5 + 3 * k + index) % len(paired)] for k in range(len(paired) - n)]
        present = [person for person in paired if person not in absent]
        for person, marks in zip(present, marks_for_pairs(counts, n, len(scale(item)))):
            answers.setdefault(id(person), {})[item] = marks
        for k, person in enumerate(absent):
            size = len(scale(item))
            mark = random.randrange(size)
            answers.setdefault(id(person), {})[item] = (mark, None) if (k + index) % 2 == 0 else (None, mark)
    for person in group[PAIRS[role]:]:
        answers[id(person)] = {item: (random.randrange(len(scale(item))), random.randrange(len(scale(item)))) for item in ITEMS}


def row_of(person, wave, **changes):
    row = dict(person)
    row.update(changes)
    for item in ITEMS:
        mark = answers[id(person)][item][0 if wave == "before" else 1]
        row[item] = "" if mark is None else written(mark, item)
    if wave == "after":
        row["回答日時"] = f"2025-11-{random.randrange(22, 30):02d} {random.randrange(9, 18):02d}:{random.randrange(60):02d}"
        for k, (scale_, weights) in enumerate(((GOOD, [10, 7, 2, 1]), (GOOD, [7, 9, 3, 1]), (GOOD, [11, 6, 2, 0]),
                                               (CONTINUE, [11, 7, 1, 1])), 1):
            row[f"Ⅲ-{k}"] = random.choices(scale_, weights)[0]
        row["Ⅲ-1理由"] = random.choice(["", "", "", "自分の役割を考え直すきっかけになった", "ほかの市町村の進め方が聞けた"])
    return row


for person in coordinators + officers:
    before.append(row_of(person, "before"))

# Coordinators: 41 pairs; 41, 42 wait for a decision; 43 answered twice; 44–48 only before; two others only after.
for i, person in enumerate(coordinators[:41]):
    changes = {}
    if i == 3:
        changes = {"氏名": "齋藤　真央", "受付番号": "", "メール": ""}
    elif i == 7:
        changes = {"氏名": "高橋直樹", "受付番号": "", "メール": ""}
    elif i == 11:
        changes = {"氏名": "渡辺 結", "受付番号": "", "メール": ""}
    elif i % 9 == 5:
        changes = {"受付番号": ""}                      # by e-mail
    elif i % 9 == 7:
        changes = {"受付番号": "", "メール": "", "氏名": person["氏名"].replace(" ", "　")}  # by name and affiliation
    elif i % 9 == 8:
        changes = {"受付番号": "".join(chr(ord(c) + 0xFEE0) for c in person["受付番号"])}  # full width
    after.append(row_of(person, "after", **changes))
married = coordinators[41]
after.append(row_of(married, "after", **{"氏名": "花岡 " + married["氏名"].split()[1], "ふりがな": ""}))
moved = coordinators[42]
after.append(row_of(moved, "after", **{"受付番号": "", "メール": "", "所属": "南部訪問看護ステーション", "所属種別": "訪問看護事業所"}))
twice = coordinators[43]
after.append(row_of(twice, "after"))
after.append(row_of(twice, "after"))
late = [new_person("コーディネーター", 191), new_person("コーディネーター", 192)]
# Officers: 26 pairs; 26 waits (shared mailbox, other name); 27, 28 only before; two others only after.
for i, person in enumerate(officers[:26]):
    changes = {}
    if i == 2:
        changes = {"氏名": "山崎 健太", "受付番号": "", "メール": ""}
    elif i == 5:
        changes = {"氏名": "沢田由紀", "受付番号": "", "メール": ""}
    elif i % 8 == 4:
        changes = {"受付番号": "", "メール": person["メール"].upper()}
    after.append(row_of(person, "after", **changes))
successor = officers[26]
after.append(row_of(successor, "after", **{"受付番号": "", "氏名": "松原 楓", "ふりがな": "まつばら かえで"}))
late += [new_person("市町村担当者", 193), new_person("市町村担当者", 194)]
for person in late:
    person["受付番号"] = ""
    answers[id(person)] = {item: (None, random.randrange(len(scale(item)))) for item in ITEMS}
    after.append(row_of(person, "after"))

# Two unreadable cells, where nothing is counted anyway.
blank = next(row for row in before if row["立場"] == "コーディネーター" and row["Ⅰ-4"] == "" and row["氏名"] not in ("",))
blank["Ⅰ-4"] = "a と b の間"
blank = next(row for row in after if row["立場"] == "コーディネーター" and row["Ⅰ-5"] == "")
blank["Ⅰ-5"] = "a、c"

random.shuffle(after)
HEAD = ["受付番号", "氏名", "ふりがな", "メール", "立場", "所属", "所属種別", "役職", "都道府県", "市町村", "圏域", "センター", "経験年数", "資格"]
for name, rows, columns in (("before.csv", before, HEAD + ITEMS),
                            ("after.csv", after, HEAD + ITEMS + ["Ⅲ-1", "Ⅲ-1理由", "Ⅲ-2", "Ⅲ-3", "Ⅲ-4", "回答日時"])):
    with open(name, "w", encoding="utf-8", newline="") as f:
        out = csv.DictWriter(f, columns, extrasaction="ignore")
        out.writeheader()
        out.writerows(rows)
    print(name, len(rows))
