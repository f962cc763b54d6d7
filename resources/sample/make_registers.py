#!/usr/bin/env python3
"""Makes registers.json: the registers of the sample's invented prefecture. All people and places are invented.

43 people of 25 municipalities, most of them respondents of before.csv, with assessments over two years (14, 13, 9, 5 and 2 people
at the five steps in autumn 2026), and supports of all three kinds.

Run it in this folder after make_sample.py; the result is checked in and must not change by itself (the seed is fixed)."""
import csv
import json
import random
from datetime import date, timedelta

random.seed(20261121)

TOWNS = {  # name, kana, population, aged %, certified %, operation, hub, stage
    "東部圏域": [("青葉野市", "あおばのし", 182400, 27.9, 18.1, "both", "yes", 3), ("みどり丘町", "みどりがおかまち", 34200, 30.4, 18.9, "commissioned", "no", 2),
             ("朝霧村", "あさぎりむら", 6100, 41.2, 21.6, "commissioned", "no", 1), ("陽だまり町", "ひだまりちょう", 21800, 33.0, 19.2, "commissioned", "no", 2),
             ("東雲町", "しののめまち", 15300, 34.8, 19.9, "commissioned", "", 1), ("若草村", "わかくさむら", 4700, 43.5, 22.4, "none", "no", 1)],
    "西部圏域": [("夕凪市", "ゆうなぎし", 96500, 30.1, 18.7, "commissioned", "yes", 3), ("西浜町", "にしはまちょう", 18900, 35.6, 20.3, "commissioned", "no", 2),
             ("こもれび町", "こもれびちょう", 27700, 32.2, 19.0, "commissioned", "no", 2), ("入江町", "いりえちょう", 11200, 38.7, 21.0, "commissioned", "", 1),
             ("帆波町", "ほなみちょう", 9800, 40.1, 21.3, "commissioned", "no", 1), ("松風村", "まつかぜむら", 3900, 44.0, 22.9, "direct", "no", 1)],
    "南部圏域": [("南風市", "みなみかぜし", 312600, 26.4, 17.5, "commissioned", "yes", 4), ("花園町", "はなぞのまち", 41500, 29.8, 18.3, "commissioned", "no", 2),
             ("潮見町", "しおみちょう", 23100, 34.1, 19.6, "commissioned", "no", 2), ("椿町", "つばきまち", 16400, 35.2, 20.0, "commissioned", "no", 1),
             ("橘町", "たちばなまち", 12900, 36.9, 20.8, "commissioned", "", 1), ("千鳥村", "ちどりむら", 5200, 42.3, 22.0, "commissioned", "no", 1),
             ("星見町", "ほしみちょう", 8700, 39.5, 21.1, "direct", "no", 1)],
    "北部圏域": [("白樺市", "しらかばし", 58300, 33.6, 19.4, "direct", "yes", 2), ("雪見町", "ゆきみまち", 17600, 37.4, 20.6, "commissioned", "no", 2),
             ("峰岡村", "みねおかむら", 7300, 40.8, 21.7, "commissioned", "no", 2), ("樹氷町", "じゅひょうまち", 10400, 39.0, 21.2, "commissioned", "no", 1),
             ("湖畔町", "こはんまち", 13800, 36.1, 20.2, "commissioned", "no", 1), ("山吹村", "やまぶきむら", 2900, 46.7, 23.8, "none", "", 1)]}


def area_centre(area):
    return area.replace("圏域", "") + "在宅医療・介護連携支援センター"


def centres():
    kana = {"東部圏域": "とうぶ", "西部圏域": "せいぶ", "南部圏域": "なんぶ", "北部圏域": "ほくぶ"}
    operators = {"東部圏域": ("郡市医師会", 9), "西部圏域": ("病院", 8), "南部圏域": ("郡市医師会", 9), "北部圏域": ("郡市医師会", None)}
    found = []
    for area, towns in TOWNS.items():
        operator, count = operators[area]
        found.append({"name": area_centre(area), "kana": kana[area] + "ざいたくいりょう・かいごれんけいしえんせんたー", "rank": "core", "hub": "yes",
                      "operator": operator, "coordinators": count, "phone": "000-0000-0%d00" % (len(found) + 1),
                      "email": "%s@example.jp" % ["tobu", "seibu", "nanbu", "hokubu"][len(found)],
                      "serves": [{"name": town[0]} for town in towns if town[5] != "none"]})
    found.append({"name": "青葉野市在宅医療相談室", "kana": "あおばのしざいたくいりょうそうだんしつ", "rank": "field", "hub": "no", "operator": "直営",
                  "coordinators": 2, "serves": [{"name": "青葉野市"}]})
    found.append({"name": "南風市連携支援室", "kana": "みなみかぜしれんけいしえんしつ", "rank": "field", "hub": "no", "operator": "病院", "coordinators": 3,
                  "serves": [{"name": "南風市"}]})
    found.append({"name": "南浜在宅ケア相談窓口", "kana": "みなみはまざいたくけあそうだんまどぐち", "rank": "field", "hub": "", "operator": "地域包括支援センター",
                  "coordinators": 1, "serves": [{"name": "南風市", "note": "旧南浜町の地域のみ"}]})
    found.append({"name": "白樺・雪見連携センター", "kana": "しらかば・ゆきみれんけいせんたー", "rank": "field", "hub": "no", "operator": "大学",
                  "coordinators": None, "serves": [{"name": "白樺市"}, {"name": "雪見町"}]})
    return found


SEEN = {  # evidence and next action by step: own wording
    0: [("相談の記録と対応は丁寧。月次の報告は件数が中心", "報告に、似た相談がほかにもないかを一行添える"),
        ("関係機関への橋渡しが速い。振り返りの時間は取れていない", "月に一度、受けた相談を読み返す時間を決める")],
    1: [("退院時の連絡が遅れた相談を3件並べ、共通点を担当者に話した", "気づいたことを書き留める様式を、担当者と決める"),
        ("夜間の連絡先が分からないという声を、担当者との打合せに持ってきた", "タネを3つ選び、なぜ起きるかを担当者と話す")],
    2: [("担当者と毎月集まり、薬の受け渡しが滞る理由の仮説を2つ書いた", "仮説を確かめるため、薬局3か所に聞き取る"),
        ("独居の方の急変時の連絡について、数字を集めて仮説を書き直した", "協議の場に出せる1枚の資料にする")],
    3: [("在宅医療部会で、退院調整の課題を資料にして説明し、検討が始まった", "部会の後の動きを、関係者ごとに確かめる"),
        ("看取りの意思確認について、多職種の会議に議題として出した", "反対のあった点を、個別に聞きに行く")],
    4: [("退院前の連絡票の試行について、病院と居宅の合意をまとめ、自ら説明に回った", "試行の結果を部会に戻し、ほかの町にも伝える")]}
SINCE = {"1年未満": ["2025-04-01"], "1～3年未満": ["2023-04-01", "2024-04-01"], "3～5年未満": ["2021-04-01", "2022-04-01"],
         "5年以上": ["2014-04-01", "2016-10-01", "2018-04-01", "2019-04-01"]}
# Step in autumn 2026 and the steps before it, by person: "up" in spring or summer 2026 for twelve, one went down.
FINAL = [0] * 14 + [1] * 13 + [2] * 9 + [3] * 5 + [4] * 2


def assess(day, level, assessor, name=""):
    evidence, action = random.choice(SEEN[level // 2])
    return {"on": day, "level": level, "assessor": assessor, "assessorName": name, "evidence": evidence, "nextAction": action}


def history(step, kind):
    """Assessments over two years that end at the step."""
    first = date(2025, 5, 10) + timedelta(days=random.randrange(60))
    second = date(2025, 12, 1) + timedelta(days=random.randrange(60))
    third = date(2026, 5, 20) + timedelta(days=random.randrange(60))
    officer = random.choice(["prefecture", "prefecture", "municipality"])
    if kind == "up":
        return [assess(str(first), 2 * (step - 1), officer), assess(str(second), 2 * (step - 1), "self"), assess(str(third), 2 * step, officer)]
    if kind == "early":  # rose after the workshop of 2025
        return [assess(str(first), 2 * (step - 1), officer), assess(str(second), 2 * step, officer)]
    if kind == "down":
        return [assess(str(first), 2 * step + 2, "self"), assess(str(third), 2 * step, officer)]
    if kind == "new":
        return [assess(str(third), 2 * step, officer)]
    return [assess(str(first), 2 * step, officer)] + ([assess(str(third), 2 * step, "self")] if random.random() < 0.4 else [])


def kinds_of():
    kinds = []
    for i, step in enumerate(FINAL):
        if step == 0:
            kinds.append("down" if i == 5 else "new" if i in (2, 9, 12) else "stay")
        elif step == 4:
            kinds.append("early" if i % 2 else "stay")
        else:
            kinds.append(["up", "stay", "early", "up", "stay"][i % 5])
    return kinds


with open("before.csv", encoding="utf-8-sig") as file:
    rows = {row["受付番号"]: row for row in csv.DictReader(file)}
chosen = [rows[str(number)] for number in range(101, 133)] + [rows[n] for n in "150 152 155 156 159 163 164 177".split()]
for name, kana, town, area, kind in (("江口 結", "えぐち ゆい", "陽だまり町", "東部", "医師会"), ("加瀬 葵", "かせ あおい", "椿町", "南部", "病院"),
                                     ("小森 凛", "こもり りん", "湖畔町", "北部", "訪問看護事業所")):
    chosen.append({"氏名": name, "ふりがな": kana, "メール": "", "立場": "コーディネーター", "所属": {"医師会": f"{area}医師会", "病院": f"{town}立病院",
                   "訪問看護事業所": f"{area}訪問看護ステーション"}[kind], "所属種別": kind, "役職": "", "市町村": town, "センター": f"{area}在宅医療・介護連携支援センター",
                   "経験年数": "1～3年未満", "資格": "看護師"})
assert len({row["氏名"] for row in chosen}) == len(chosen) == 43
order = list(range(len(chosen)))
random.shuffle(order)
kinds = kinds_of()
people = []
for place, row in enumerate(chosen):
    rank = order.index(place)
    officer = row["立場"] == "市町村担当者"
    affiliation = {"centre": "" if officer else row["センター"], "municipality": row["市町村"], "organisation": row["所属"],
                   "kind": row["所属種別"], "title": row["役職"], "from": random.choice(SINCE[row["経験年数"]])}
    affiliations = [affiliation]
    if place in (3, 17):  # a transfer keeps the former place
        affiliation["from"] = "2025-04-01"
        affiliations.append({"centre": "西部在宅医療・介護連携支援センター", "municipality": "夕凪市", "organisation": "夕凪市立病院", "kind": "病院",
                             "title": "看護師長", "from": "2020-04-01", "until": "2025-03-31", "note": "転居のため異動"})
    people.append({"name": row["氏名"], "kana": row["ふりがな"], "email": row["メール"], "since": affiliations[-1]["from"],
                   "employment": random.choice(["full", "full", "full", "part"]), "duty": random.choice(["exclusive", "concurrent", "concurrent"]),
                   "consent": "研修の申込時に、名簿への登録と県内での共有に同意",
                   "keepUntil": "2026-09-30" if place == 30 else "2031-03-31",
                   "roles": [row["立場"]] + (["コーディネーター"] if row["氏名"] == "加藤 直樹" else []),
                   "qualifications": row["資格"].split("、"), "affiliations": affiliations,
                   "assessments": history(FINAL[rank], kinds[rank])})

names = [person["name"] for person in people if person["roles"] == ["コーディネーター"]]
supports = [
    {"kind": "network", "title": "県域コーディネーター情報交換会 第1回", "method": "ネットワークとプラットフォーム", "on": "2025-07-17", "people": sorted(random.sample(names, 16)),
     "outcome": "相談の記録様式を持ち寄り、共通の欄を3つ決めた"},
    {"kind": "input", "title": "コーディネーター研修（見本）", "method": "研修会", "on": "2025-11-20", "workshop": True, "people": "answered",
     "outcome": "グループごとに地域課題を一つ選び、市町村への伝え方を発表した"},
    {"kind": "input", "title": "地域課題の書き方の手引きを送付", "method": "資料", "on": "2026-02-10", "people": sorted(random.sample(names, 20)),
     "outcome": "手引きの様式で、次の打合せに持ってくるタネを書いてもらう"},
    {"kind": "network", "title": "県域コーディネーター情報交換会 第2回", "method": "ネットワークとプラットフォーム", "on": "2026-06-25", "people": sorted(random.sample(names, 18)),
     "outcome": "南部の退院前連絡票の試行を聞き、東部と北部でも試すことにした"},
    {"kind": "accompany", "title": "白樺市 伴走支援", "method": "伴走支援", "on": "2025-06-12", "until": "2026-03-18", "municipality": "白樺市",
     "people": [person["name"] for person in people if person["affiliations"][0]["municipality"] == "白樺市"],
     "outcome": "市と医師会が、夜間の連絡の取り決めを作ることになった",
     "issuesBefore": "窓口を直営で始めたが、相談が個別の対応で終わり、協議の場の議題にならない",
     "change": "相談の集計から議題を選ぶ打合せが毎月開かれ、医師会の担当理事が出るようになった",
     "future": "取り決めの試行を秋に始め、結果を翌年度の協議会に報告する",
     "stages": [{"stage": 1, "on": "2025-06-12", "situation": "市の担当者は2年目。窓口の相談は月に12件ほどで、集計はしていない", "advice": "まず3か月分を、困りごとの種類で数えてみる"},
                {"stage": 2, "on": "2025-07-24", "situation": "夜間に連絡がつかない相談が最も多いと分かった", "advice": "誰に何を取り決めてほしいかを、一文で書く"},
                {"stage": 3, "on": "2025-10-09", "situation": "医師会に説明したが、件数の根拠を求められた", "advice": "訪問看護の記録とも照らし合わせる"},
                {"stage": 4, "on": "2026-01-22", "situation": "訪問看護3か所の記録を集め、協議会の議題にすることが決まった", "advice": "反対の意見が出そうな点を、先に聞きに行く"},
                {"stage": 5, "on": "2026-03-18", "situation": "協議会で、夜間の連絡の取り決めを作る部会が置かれた", "advice": "部会の進み具合を、県の情報交換会でも紹介する"}]}]

registers = {
    "prefecture": {"name": "架空県", "department": "健康福祉部 地域包括ケア推進課", "secondDepartment": "健康福祉部 医療政策課", "medicalAreas": 4, "healthCentres": 5},
    "areas": list(TOWNS),
    "municipalities": [{"area": area, "name": t[0], "kana": t[1], "population": t[2], "agedRate": round(t[3] * 10), "certifiedRate": round(t[4] * 10),
                        "operation": t[5], "department": "高齢福祉課", "hub": t[6], "stage": t[7]} for area, towns in TOWNS.items() for t in towns],
    "centres": centres(), "people": people, "supports": supports}
with open("registers.json", "w", encoding="utf-8") as file:
    json.dump(registers, file, ensure_ascii=False, indent=1)
    file.write("\n")
