"""Writes namepairs.csv: invented people before and after a workshop, with the right answer in the rows.

One row is one person: what she wrote before, what she wrote after. A row with one side only is somebody who
answered once. Rows of one `case` answered the same workshop; whoever joins across rows joins strangers.
Run it in this folder; it needs nothing but Python. The names are put together from lists, no person is real.
"""
import csv

FIELDS = ["number", "name", "kana", "email", "affiliation", "role"]
rows, cases = [], 0


def case(trap, *people):
    """people: (before, after) as dicts or None."""
    global cases
    cases += 1
    for before, after in people:
        row = {"case": cases, "trap": trap}
        for side, who in (("before", before), ("after", after)):
            for field in FIELDS:
                row[f"{side}_{field}"] = (who or {}).get(field, "")
        rows.append(row)


def p(name="", kana="", place="", **more):
    return {"name": name, "kana": kana, "affiliation": place, **more}


PLACES = ["東部在宅医療介護連携センター", "西山市医師会", "南川町 福祉課", "北原地域包括支援センター", "中央病院 地域連携室"]
def place(i):
    return f"{PLACES[i % len(PLACES)]}"


# 1. Written in the same way.
SAME = ["青木 葵", "石田 奏", "上原 湊", "江口 結", "小川 律", "川島 凪", "木村 蓮", "久保 澪", "小林 楓", "坂本 樹",
        "清水 詩", "杉山 仁", "関口 環", "高木 新", "千葉 澄", "土屋 望", "手塚 光", "戸田 遥", "中西 斉", "西川 悠"]
for i, name in enumerate(SAME):
    case("same", (p(name, "", place(i)), p(name, "", place(i))))

# 2. Variant kanji in the family name.
VARIANTS = [("斎藤", "齋藤"), ("斎藤", "斉藤"), ("齋藤", "斉藤"), ("齊藤", "斎藤"), ("齊藤", "齋藤"), ("高橋", "髙橋"), ("高田", "髙田"),
            ("日高", "日髙"), ("山崎", "山﨑"), ("宮崎", "宮﨑"), ("川崎", "川﨑"), ("渡辺", "渡邊"), ("渡辺", "渡邉"), ("渡邊", "渡邉"),
            ("田辺", "田邊"), ("川辺", "川邉"), ("沢田", "澤田"), ("滝沢", "瀧澤"), ("金沢", "金澤"), ("浜田", "濱田"), ("浜口", "濵口"),
            ("広瀬", "廣瀬"), ("広田", "廣田"), ("桜井", "櫻井"), ("国井", "國井"), ("黒沢", "黑澤"), ("富田", "冨田"), ("富岡", "冨岡"),
            ("真鍋", "眞鍋"), ("真田", "眞田"), ("吉田", "𠮷田"), ("吉村", "𠮷村"), ("塚本", "\ufa10本"), ("神田", "\ufa19田"), ("福田", "\ufa1b田"),
            ("島崎", "嶋﨑"), ("福島", "福嶋"), ("中島", "中嶋"), ("五島", "五嶌"), ("関根", "關根"), ("竜田", "龍田"), ("万田", "萬田"),
            ("与田", "與田"), ("豊島", "豐島"), ("栄田", "榮田"), ("徳永", "德永"), ("会田", "會田"), ("桧山", "檜山"), ("条田", "條田"),
            ("恵良", "惠良")]
GIVEN = ["真央", "直樹", "美咲", "健太", "陽菜", "大輔", "彩香", "拓也", "千尋", "翔太"]
KANA = ["まお", "なおき", "みさき", "けんた", "はるな", "だいすけ", "あやか", "たくや", "ちひろ", "しょうた"]
for i, (a, b) in enumerate(VARIANTS):
    case("variant", (p(f"{a} {GIVEN[i % 10]}", "", place(i)), p(f"{b} {GIVEN[i % 10]}", "", place(i))))
# … and in the given name.
for i, (a, b) in enumerate([("恵子", "惠子"), ("静香", "靜香"), ("栄一", "榮一"), ("礼子", "禮子"), ("真理", "眞理"), ("竜也", "龍也"),
                            ("桜", "櫻"), ("寿美", "壽美"), ("万里", "萬里"), ("広志", "廣志")]):
    case("variant", (p(f"森下 {a}", "", place(i)), p(f"森下 {b}", "", place(i))))

# 3. Width, spaces, marks.
for i, (a, b) in enumerate([("山田 花子", "山田　花子"), ("山田 花子", "山田花子"), ("岡本  太一", "岡本 太一"), (" 村上 舞", "村上 舞　"),
                            ("ヤマダ ハナコ", "ﾔﾏﾀﾞ ﾊﾅｺ"), ("グエン マイ", "ｸﾞｴﾝ ﾏｲ"), ("ＬＩＮ 美玲", "LIN 美玲"), ("Kim 由里", "ＫＩＭ　由里"),
                            ("佐々木 希", "佐佐木 希"), ("野々村 栞", "野々村　栞"), ("三ツ井 円", "三ッ井 円"), ("大 和", "大　和"),
                            ("林 優", "林優"), ("森 ひかり", "森ひかり"), ("東 すみれ", "東　すみれ"), ("南 はるか", "南 ハルカ")]):
    case("width", (p(a, "", place(i)), p(b, "", place(i))))

# 4. Readings written in other ways, names the same.
for i, (a, b) in enumerate([("やまもと しょうこ", "ヤマモト ショウコ"), ("やまもと しょうこ", "ﾔﾏﾓﾄ ｼｮｳｺ"), ("やまもと しょうこ", "ヤマモト シヨウコ"),
                            ("やまもと ゆうこ", "やまもと ゆーこ"), ("おおの みづき", "おおの みずき"), ("おおの あおい", "おーの あおい"),
                            ("こうの りょう", "コウノ リヨウ"), ("いのうえ きょうか", "イノウエ キヨウカ"), ("おがわ かづえ", "おがわ かずえ"),
                            ("さとう ゆうき", "さとうゆうき"), ("とおやま ひろ", "とうやま ひろ"), ("おおた かおり", "おおた かをり")]):
    case("reading", (p(f"山本 {i + 1}子".replace("1", "一").replace("2", "二"), a, place(i)),
                     p(f"山本 {i + 1}子".replace("1", "一").replace("2", "二"), b, place(i))))

# 5. The name in kana on one side.
for i, (kanji, kana) in enumerate([("山田 花子", "やまだ はなこ"), ("佐野 光", "さの ひかる"), ("谷口 進", "たにぐち すすむ"), ("原 千夏", "はら ちなつ"),
                                   ("平野 歩", "ひらの あゆむ"), ("古川 泉", "ふるかわ いずみ"), ("星野 岬", "ほしの みさき"),
                                   ("堀 茜", "ほり あかね"), ("前田 司", "まえだ つかさ"), ("牧野 梓", "まきの あずさ"),
                                   ("松尾 薫", "まつお かおる"), ("三浦 渚", "みうら なぎさ")]):
    case("kana name", (p(kanji, kana, place(i)), p(kana if i % 2 else kana.replace(" ", ""), "", place(i))))

# 6. Slips in the kanji, the reading is the same.
for i, (a, b, kana) in enumerate([("中村 裕子", "中村 祐子", "なかむら ゆうこ"), ("中村 和夫", "中村 和男", "なかむら かずお"),
                                  ("大田 誠", "太田 誠", "おおた まこと"), ("河野 聡", "河野 聰", "こうの さとし"), ("伊藤 博", "伊東 博", "いとう ひろし"),
                                  ("阿部 剛", "安部 剛", "あべ たけし"), ("加藤 綾", "加藤 彩", "かとう あや"), ("吉川 圭", "吉川 桂", "よしかわ けい"),
                                  ("近藤 玲", "近藤 怜", "こんどう れい"), ("藤原 幸", "藤原 倖", "ふじわら さち"), ("菊地 翼", "菊池 翼", "きくち つばさ"),
                                  ("堀内 淳", "堀内 純", "ほりうち じゅん"), ("長沢 茂", "永沢 茂", "ながさわ しげる"), ("小野 浩", "小野 弘", "おの ひろし"),
                                  ("矢野 愛", "矢野 藍", "やの あい"), ("今井 智", "今井 知", "いまい とも"), ("安藤 明", "安藤 昭", "あんどう あきら"),
                                  ("柴田 薫", "芝田 薫", "しばた かおる"), ("池田 樹", "池田 喜", "いけだ いつき"), ("河合 俊", "川合 俊", "かわい しゅん")]):
    case("kanji slip", (p(a, kana, place(i)), p(b, kana, place(i))))

# 7. Maiden names.
MARRIED = [("今野", "大塚"), ("岩崎", "白石"), ("内田", "小島"), ("遠藤", "早川"), ("荻野", "平井"), ("笠原", "本田"), ("北村", "松岡"), ("栗原", "水野"),
           ("神谷", "宮本"), ("佐久間", "望月"), ("篠原", "山口"), ("菅原", "横田"), ("田口", "和田"), ("津田", "秋山"), ("寺田", "荒井")]
FEMALE = [("明日香", "あすか"), ("香織", "かおり"), ("早紀", "さき"), ("知美", "ともみ"), ("奈緒", "なお"), ("仁美", "ひとみ"), ("真由", "まゆ"), ("由佳", "ゆか"),
          ("玲奈", "れな"), ("和歌子", "わかこ"), ("純", "じゅん"), ("忍", "しのぶ"), ("友里恵", "ゆりえ"), ("智子", "ともこ"), ("節子", "せつこ")]
for i, ((old, new), (given, kana)) in enumerate(zip(MARRIED, FEMALE)):
    more = {"email": f"m{i}@example.jp"} if i % 3 == 0 else {"number": f"{i + 1:03}"} if i % 3 == 1 else {}
    space = " " if i % 2 else "　"
    case("maiden name", (p(old + space + given, "", place(i), **more), p(new + space + given, "", place(i), **more)))

# 8. The affiliation written differently, or left out.
AFFILIATIONS = [("東部在宅医療介護連携センター", "東部センター"), ("西山市医師会", "一般社団法人西山市医師会"), ("南川町 福祉課", "南川町役場福祉課"),
                ("北原地域包括支援センター", "北原包括"), ("中央病院 地域連携室", "中央病院"), ("西山市医師会", "西山市医師会 在宅医療相談室"),
                ("南川町 福祉課", "南川町"), ("東部在宅医療介護連携センター", ""), ("西山市医師会", ""), ("", "中央病院"),
                ("南川町　福祉課", "南川町福祉課"), ("西山市 高齢介護課", "西山市高齢介護課"), ("ＮＰＯ在宅の会", "NPO在宅の会"),
                ("訪問看護ステーション すみれ", "訪問看護ステーションすみれ"), ("北原市 健康長寿課", "北原市高齢者支援課")]
for i, (a, b) in enumerate(AFFILIATIONS):
    case("affiliation", (p(f"柏木 {GIVEN[i % 10]}", f"かしわぎ {KANA[i % 10]}", a), p(f"柏木 {GIVEN[i % 10]}", f"かしわぎ {KANA[i % 10]}", b)))

# 9. E-mail: of one's own, without a name, and shared by a centre.
for i in range(10):
    case("own address", (p(f"野口 {GIVEN[i]}", "", place(i), email=f"noguchi{i}@example.jp"),
                         p("" if i % 2 else f"野口 {GIVEN[i]}", "", "" if i % 2 else place(i), email=f"Noguchi{i}@Example.jp" if i % 3 else f"noguchi{i}@example.jp ")))
for i in range(10):
    people = [(p(f"{a} {g}", "", place(i), email=f"center{i}@example.jp"),) * 2 for a, g in (("早坂", GIVEN[i]), ("西田", GIVEN[(i + 3) % 10]))]
    case("shared address", *people)

# 10. Numbers: widths, zeros, a slip.
for i, (a, b) in enumerate([("007", "7"), ("012", "１２"), ("A-3", "Ａ－３"), ("a5", "A5"), ("020", "020"), ("31", "０３１"), ("B012", "b012"), ("8", "008"),
                            ("040", "40"), ("101", "１０１")]):
    case("number", (p(f"長尾 {GIVEN[i]}", "", place(i), number=a), p(f"長尾 {GIVEN[i]}", "", place(i + 1) if i % 2 else "", number=b)))
for i, (a, b) in enumerate([("17", "71"), ("103", "130"), ("8", "3"), ("55", "66"), ("012", "021")]):
    case("number slip", (p(f"細川 {GIVEN[i]}", "", place(i), number=a), p(f"細川 {GIVEN[i]}", "", place(i), number=b)))

# 11. The same name twice in one centre: told apart by reading, address or number, or by nothing.
for i in range(5):
    case("namesakes by reading", (p("河野 幸子", "こうの さちこ", place(i)),) * 2, (p("河野 幸子", "かわの ゆきこ", place(i)),) * 2)
for i in range(5):
    case("namesakes by address", (p("鈴木 洋子", "", place(i), email=f"a{i}@example.jp"),) * 2, (p("鈴木 洋子", "", place(i), email=f"b{i}@example.jp"),) * 2)
for i in range(5):
    case("namesakes by number", (p("佐藤 恵子", "", place(i), number=f"{i + 1}"),) * 2, (p("佐藤 恵子", "", place(i), number=f"{i + 51}"),) * 2)
for i in range(2):
    case("namesakes by nothing", (p("田中 実", "", place(i)),) * 2, (p("田中 実", "", place(i)),) * 2)

# 12. The same name in two centres.
for i in range(10):
    case("namesakes elsewhere", (p(f"山口 {GIVEN[i]}", "", place(i)),) * 2, (p(f"山口 {GIVEN[i]}", "", place(i + 1)),) * 2)

# 13. A role that changed in between.
for i in range(8):
    case("role changed", (p(f"永井 {GIVEN[i]}", "", place(i), role="コーディネーター"), p(f"永井 {GIVEN[i]}", "", place(i), role="市町村担当者")))

# 14. Strangers who look alike: none of these may be joined.
LOOKALIKES = [
    ("another family name", ("佐藤 恵子", "", 0), ("加藤 恵子", "", 0)), ("another given name", ("佐藤 恵子", "", 0), ("佐藤 景子", "さとう けいこ", 0)),
    ("same reading", ("大野 薫", "おおの かおる", 1), ("多野 香", "おおの かおる", 1)), ("same reading", ("佐伯 純", "さえき じゅん", 2), ("佐伯 順", "さえき じゅん", 3)),
    ("same name elsewhere", ("小山 茂", "", 0), ("小山 茂", "", 1)), ("same name elsewhere", ("原田 誠", "", 2), ("原田 誠", "", 4)),
    ("same name elsewhere", ("高橋 優", "", 0), ("髙橋 優", "", 3)), ("another reading", ("上野 順子", "うえの じゅんこ", 1), ("上野 順子", "かみの よりこ", 1)),
    ("another reading", ("東 愛", "あずま あい", 2), ("東 愛", "ひがし まな", 2)), ("husband and wife", ("片岡 大地", "", 3), ("片岡 美海", "", 3)),
    ("another variant", ("大田 実", "おおた みのる", 0), ("太田 実里", "おおた みのり", 0)), ("another variant", ("斎藤 舞", "", 1), ("斉木 舞", "", 1)),
    ("another variant", ("島 一", "", 2), ("嶋田 一", "", 2)), ("part of a name", ("林 真", "", 3), ("小林 真", "", 3)),
    ("part of a name", ("森 文", "", 4), ("森 文子", "", 4)), ("part of a name", ("岡 昇", "", 0), ("岡本 昇", "", 0))]
for what, before, after in LOOKALIKES:
    case("strangers: " + what, (p(before[0], before[1], place(before[2])), None), (None, p(after[0], after[1], place(after[2]))))
for i in range(6):
    case("strangers: shared address", (p(f"相川 {GIVEN[i]}", "", place(i), email=f"desk{i}@example.jp"), None),
         (None, p(f"堤 {GIVEN[(i + 5) % 10]}", "", place(i), email=f"desk{i}@example.jp")))
for i in range(6):
    case("strangers: same number", (p(f"下村 {GIVEN[i]}", "", place(i), number=f"{i + 1}"), None),
         (None, p(f"橋本 {GIVEN[(i + 4) % 10]}", "", place(i + 2), number=f"{i + 1}")))
# Somebody who answered once, beside a pair of the same family name.
for i in range(10):
    case("once", (p(f"村田 {GIVEN[i]}", f"むらた {KANA[i]}", place(i)),) * 2, (p(f"村田 {GIVEN[(i + 1) % 10]}", f"むらた {KANA[(i + 1) % 10]}", place(i)), None)
         if i % 2 else (None, p(f"村田 {GIVEN[(i + 1) % 10]}", f"むらた {KANA[(i + 1) % 10]}", place(i))))

# 15. Whole offices in one workshop, each written in another way by its people.
FAMILIES = [("渡辺", "渡邉"), ("高山", "髙山"), ("石井", "石井"), ("斉藤", "齋藤"), ("浜野", "濱野"), ("岡田", "岡田")]
for i in range(8):
    case("office", *[(p(f"{a} {GIVEN[(i + j) % 10]}", f"{j}".replace(str(j), KANA[(i + j) % 10]), place(i + j % 2)),
                      p(f"{b}　{GIVEN[(i + j) % 10]}", "", place(i + j % 2))) for j, (a, b) in enumerate(FAMILIES)])

with open("namepairs.csv", "w", newline="", encoding="utf-8") as out:
    writer = csv.DictWriter(out, ["case", "trap"] + [f"{s}_{f}" for s in ("before", "after") for f in FIELDS])
    writer.writeheader()
    writer.writerows(rows)
pairs = sum(1 for r in rows if any(r[f"before_{f}"] for f in FIELDS) and any(r[f"after_{f}"] for f in FIELDS))
print(len(rows), "people,", pairs, "of them answered twice, in", cases, "workshops")
