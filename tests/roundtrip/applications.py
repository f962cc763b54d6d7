"""Fills in 150 application forms with openpyxl and LibreOffice as offices do, and compares what Tane reads back.

Run by hand (it needs python3-openpyxl and LibreOffice, which ./dev does not install):

    python3 tests/roundtrip/applications.py --program build/dev/bin/tane-cli

Half of the forms are filled in by openpyxl, half by LibreOffice itself (a macro in a profile of its own). Of each
half some are copied within their workbook, some have their protection taken off, some have rows put in, and all are
renamed into subfolders. Then 150 are imported, every field is compared with what was put in, and the same folder is
imported again, which must change nothing. All names are invented.
"""
import argparse
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import openpyxl

COUNT = 150
FAMILIES = "青木 石田 上原 江口 小川 川島 木村 久保 小林 坂本 清水 杉山 関口 髙木 千葉".split()
GIVEN = "葵 奏 湊 結 律 凪 蓮 澪 楓 樹".split()
ROLES = ["コーディネーター", "市町村担当者", "その他"]
PARTS = {"受講": "learner", "オブザーバー": "observer", "傍聴": "audience"}
GRID = ["保健師", "看護師", "社会福祉士", "介護支援専門員", "医師"]
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Fill(stepFile As String)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  Dim storing(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = &quot;Hidden&quot; : opening(0).Value = True
  storing(0).Name = &quot;FilterName&quot; : storing(0).Value = &quot;Calc MS Excel 2007 XML&quot;
  files = createUnoService(&quot;com.sun.star.ucb.SimpleFileAccess&quot;)
  reader = createUnoService(&quot;com.sun.star.io.TextInputStream&quot;)
  reader.setInputStream(files.openFileRead(ConvertToURL(stepFile)))
  reader.setEncoding(&quot;UTF-8&quot;)
  Do While Not reader.isEOF()
    words = Split(reader.readLine(), Chr(9))
    Select Case words(0)
    Case &quot;open&quot;
      doc = StarDesktop.loadComponentFromURL(ConvertToURL(words(1)), &quot;_blank&quot;, 0, opening())
      sheet = doc.Sheets.getByIndex(0)
    Case &quot;set&quot;
      sheet.getCellRangeByName(words(1)).setString(Join(Split(words(2), &quot;|&quot;), Chr(10)))
    Case &quot;unprotect&quot;
      sheet.unprotect(&quot;&quot;)
    Case &quot;insert&quot;
      sheet.Rows.insertByIndex(CInt(words(1)), CInt(words(2)))
    Case &quot;copy&quot;
      doc.Sheets.copyByName(sheet.Name, words(1), 1)
    Case &quot;save&quot;
      doc.storeToURL(ConvertToURL(words(1)), storing())
      doc.close(True)
    End Select
  Loop
  reader.closeInput()
End Sub
</script:module>
"""


def answers(i):
    years, months = i % 9, i % 12
    grid = [w for k, w in enumerate(GRID) if (i >> k) & 1]
    return {
        "氏名": f"{FAMILIES[i // 10]} {GIVEN[i % 10]}",
        "ふりがな": "てすと たろう",
        "立場": ROLES[i % 3],
        "参加区分": list(PARTS)[i % 3 if i % 5 == 0 else 0],
        "所属（勤務先）": f"第{i % 23}センター",
        "役職": "保健師" if i % 4 == 0 else f"係長{i}",
        "所属種別": ["市町村", "医師会", "病院"][i % 3],
        "センター名": f"東部センター{i % 6}" if i % 2 else "",
        "市町村名": ["朝日市", "南川町", "北原村"][i % 3],
        "メールアドレス": f"p{i}@example.jp",
        "電話番号": f"0270{i:06}",
        "period": (str(years), str(months)),
        "grid": grid,
        "その他の資格": "診療情報管理士" if i % 7 == 0 else "",
        "その他（知りたいこと・質問）": f"質問{i}\n二行目" if i % 3 == 0 else "",
    }


def places(sheet):
    """Label → address of its input, by what stands left of the unlocked cells."""
    found, grid = {}, {}
    for row in sheet.iter_rows():
        last = ""
        for cell in row:
            if cell.value and cell.protection.locked:
                last = str(cell.value).split("\n")[0]
            if not cell.protection.locked and type(cell).__name__ != "MergedCell":
                found.setdefault(last, cell.coordinate)
                if last in GRID:
                    grid[last] = cell.coordinate
    return found, grid


def cells(form, i):
    """Address → text for one set of answers."""
    found, grid = places(form)
    said, result = answers(i), {}
    for label, text in said.items():
        if label == "period":
            result[found["事業に携わってからの期間"]] = text[0]
            result[found["年"]] = text[1]
        elif label == "grid":
            for word in text:
                result[grid[word]] = "○"
        elif text:
            result[found[label]] = text
    return result


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", required=True)
    options.add_argument("--keep", help="a folder for the files, kept")
    given = options.parse_args()
    work = pathlib.Path(given.keep or tempfile.mkdtemp(prefix="tane-roundtrip-"))
    work.mkdir(parents=True, exist_ok=True)
    file, blank, inbox = work / "a.tane", work / "blank.xlsx", work / "inbox"

    def tane(*arguments):
        run = subprocess.run([given.program, *map(str, arguments)], capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{arguments}: {run.returncode}\n{run.stdout}{run.stderr}")
        return run

    file.unlink(missing_ok=True)
    tane("new", file, "--prefecture", "架空県")
    with sqlite3.connect(file) as base:
        base.execute("INSERT INTO programme(id, title, first_year) VALUES (1, '研修', 2026)")
        base.execute("INSERT INTO workshop(id, title, programme) VALUES (1, '研修会', 1)")
    tane("forms", file, "application", "--workshop", 1, "--out", blank)
    shutil.rmtree(inbox, ignore_errors=True)
    script = []
    for i in range(COUNT):
        folder = inbox / ["東部", "西部", "東部/追加"][i % 3]
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"コピー ～ 申込書（最終）{i:03}.xlsx"
        book = openpyxl.load_workbook(blank)
        sheet = book.worksheets[0]
        kind = i % 10 // 2  # 0, 1: as it is; 2: sheet copied; 3: protection off; 4: rows put in
        values = cells(sheet, i)
        if i % 2:
            script.append(f"open\t{blank}")
            script.append("unprotect") if kind >= 2 else None
            script += [f"set\t{at}\t{text.replace(chr(10), '|')}" for at, text in values.items()]
            script += ["copy\t控え"] if kind == 2 else ["insert\t2\t3", "insert\t9\t1"] if kind == 4 else []
            script.append(f"save\t{target}")
            continue
        for at, text in values.items():
            sheet[at] = text
        if kind == 2:
            book.copy_worksheet(sheet).title = "控え"
        if kind >= 3:
            sheet.protection.sheet = False
        if kind == 4:
            for merged in list(sheet.merged_cells.ranges):
                sheet.unmerge_cells(str(merged))
            sheet.insert_rows(3, 3)
            sheet.insert_rows(10)
        book.save(target)
    profile = work / "office"
    office = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}"]
    subprocess.run([*office, "--terminate_after_init"], check=True, timeout=300)  # makes the profile
    (profile / "user/basic/Standard/Module1.xba").write_text(MACRO, encoding="utf-8")
    steps = work / "steps.txt"
    steps.write_text("\n".join(s for s in script if s) + "\nend\n\n", encoding="utf-8")
    subprocess.run([*office, f'macro:///Standard.Module1.Fill("{steps}")'], check=True, timeout=1800)

    print(len(list(inbox.rglob("*.xlsx"))), "files")
    run = tane("import", file, "applicants", inbox, "--workshop", 1)
    print(run.stdout, run.stderr[-2000:])
    wrong = 0
    with sqlite3.connect(file) as base:
        base.row_factory = sqlite3.Row
        stored = {row["email"]: row for row in base.execute("SELECT * FROM participant")}
    for i in range(COUNT):
        said, row = answers(i), stored.get(f"p{i}@example.jp")
        if row is None:
            print("missing:", i)
            wrong += 1
            continue
        years, months = map(int, said["period"])
        words = said["grid"] + ([said["その他の資格"]] if said["その他の資格"] else [])
        expected = {"name": said["氏名"], "kana": said["ふりがな"], "role": said["立場"], "part": PARTS[said["参加区分"]],
                    "affiliation": said["所属（勤務先）"], "title": said["役職"], "affiliation_type": said["所属種別"],
                    "centre": said["センター名"], "municipality": said["市町村名"], "phone": said["電話番号"],
                    "experience_months": 12 * years + months, "question": said["その他（知りたいこと・質問）"],
                    "prefecture": "架空県"}
        for field, value in expected.items():
            if row[field] != value:
                print(f"{i}: {field}: {row[field]!r}, not {value!r}")
                wrong += 1
        if set(filter(None, row["qualifications"].split("、"))) != set(words):
            print(f"{i}: qualifications: {row['qualifications']!r}, not {words}")
            wrong += 1
    again = tane("import", file, "applicants", inbox, "--workshop", 1)
    print(again.stdout)
    same = f"変わりなし {len(stored)}" in again.stdout or "新しい申込み 0 人、変更 0 人" in again.stdout
    print(f"{len(stored)} people, {wrong} fields wrong, {'nothing' if same else 'SOMETHING'} changed by the second import")
    if not given.keep:
        shutil.rmtree(work)
    sys.exit(wrong > 0 or len(stored) != COUNT or not same)


main()
