#!/usr/bin/python3
"""Makes the workbooks of this folder: the same sheets written by openpyxl, XlsxWriter and LibreOffice, and hand-made ones.

Needs Debian's python3-openpyxl, python3-xlsxwriter and libreoffice-calc. Run it in this folder; the results are committed.
"""
import datetime
import os
import shutil
import subprocess
import tempfile
import zipfile

import openpyxl
import xlsxwriter

DAY = datetime.date(2026, 11, 21)
NOON = datetime.datetime(2026, 11, 21, 9, 30)
TIME = datetime.time(9, 30)

# One value a cell; formats are "date", "datetime", "time", "era", "elapsed" or None.
ROWS = [
    [("受付番号", None), ("氏名", None), ("立場", None), ("Ⅰ-1", None), ("メモ", None)],
    [(1, None), ("齋藤　花子", None), ("在宅医療コーディネーター", None), ("a", None), (" 前後に空白 ", None)],
    [("00012", None), ("髙橋 﨑男", None), ("自治体職員", None), ("ｂ", None), ("一行目\n二行目", None)],
    [],
    [(123456789012345, None), (0.1, None), (1.5, None), (-3, None), (1e20, None)],
    [(True, None), (False, None), (1 / 3, None), ("𠮷野家", None), ("<&>\"'", None)],
    [(DAY, "date"), (NOON, "datetime"), (TIME, "time"), (DAY, "era"), (datetime.timedelta(hours=36), "elapsed")],
]
FORMATS = {"date": "yyyy/mm/dd", "datetime": "yyyy-mm-dd hh:mm", "time": "h:mm:ss",
           "era": '[$-411]ggge"年"m"月"d"日"', "elapsed": "[h]:mm:ss"}


def by_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "回答 一覧"
    for r, row in enumerate(ROWS, 1):
        for c, (value, form) in enumerate(row, 1):
            cell = sheet.cell(r, c, value)
            if form:
                cell.number_format = FORMATS[form]
    sheet.merge_cells("A9:C10")
    sheet["A9"] = "結合"
    book.create_sheet("空")
    book.create_sheet("二枚目")["C5"] = "離れたセル"
    book["二枚目"]["D5"] = "=1+1"
    book.save(path)


def by_xlsxwriter(path, **options):
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet("回答 一覧")
    for r, row in enumerate(ROWS):
        for c, (value, form) in enumerate(row):
            if form:
                sheet.write(r, c, value, book.add_format({"num_format": FORMATS[form]}))
            elif isinstance(value, str):
                sheet.write_string(r, c, value)
            else:
                sheet.write(r, c, value)
    sheet.merge_range("A9:C10", "結合")
    book.add_worksheet("空")
    last = book.add_worksheet("二枚目")
    last.write("C5", "離れたセル")
    last.write_formula("D5", "=1+1", None, 2)
    book.close()


def by_libreoffice(source, path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["libreoffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                        "--convert-to", "xlsx", "--outdir", folder, source], check=True,
                       stdout=subprocess.DEVNULL)
        shutil.copy(os.path.join(folder, os.path.basename(source)), path)


def in_zip64(source, path):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            with new.open(zipfile.ZipInfo(info.filename, info.date_time), "w", force_zip64=True) as part:
                part.write(old.read(info))


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def package(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2026, 11, 21, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


def relations(items, rel=REL):
    return (f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="{i}" Type="{rel}/{kind}" Target="{target}"/>' for i, kind, target in items)
        + "</Relationships>")


def oddities(path):
    """What other programs write now and then: prefixes, strict namespaces, odd places, no addresses, rich text, readings."""
    sheet = f"""<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="{STRICT}"><x:sheetData>
<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v> 1 </x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>太</x:t></x:r><x:r><x:t>字</x:t></x:r>
<x:rPh sb="0" eb="1"><x:t>フト</x:t></x:rPh></x:is></x:c></x:row>
<x:row><x:c t="str"><x:f>A1&amp;""</x:f><x:v>式の文字</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c>
<x:c t="d"><x:v>2026-11-21T00:00:00.000</x:v></x:c><x:c s="1"><x:v>60</x:v></x:c><x:c s="1"><x:v>59</x:v></x:c><x:c s="1"><x:v>61</x:v></x:c></x:row>
<x:row r="9"><x:c r="C9"><x:v>9</x:v></x:c><x:c r="A9"><x:v>7</x:v></x:c></x:row>
<x:row r="5"><x:c><x:v>5</x:v></x:c></x:row>
<x:row r="9"><x:c r="B9"><x:v>8</x:v></x:c></x:row>
<x:row r="20"><x:c r="A20" s="1"/><x:c r="XFD20" s="1"/></x:row>
</x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>"""
    package(path, {
        "_rels/.rels": relations([("a", "officeDocument", "/odd/Book.xml")], STRICT_REL),
        "odd/Book.xml": f'<w:workbook xmlns:w="{STRICT}" xmlns:q="{STRICT_REL}"><w:sheets>'
                        '<w:sheet name="図" sheetId="3" q:id="z"/><w:sheet name="珍しい" sheetId="1" q:id="y"/>'
                        "</w:sheets></w:workbook>",
        "odd/_rels/Book.xml.rels": relations([
            ("y", "worksheet", "../far/away/%73heet.xml"), ("z", "chartsheet", "chart.xml"),
            ("t", "sharedStrings", "./texts.xml"), ("u", "styles", "/ODD/Styles.xml")], STRICT_REL),
        "odd/texts.xml": f'<sst xmlns="{STRICT}"><si><r><t>漢</t></r><r><t>字</t></r><rPh sb="0" eb="2"><t>カンジ</t></rPh>'
                         "<phoneticPr/></si><si><t>改_x000D_行_x005F_x000D__xD842__xDFB7__x0000_</t></si></sst>",
        "odd/styles.xml": f'<styleSheet xmlns="{STRICT}"><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs></styleSheet>',
        "odd/chart.xml": "<chartsheet/>",
        "far/away/sheet.xml": sheet.encode("utf-16"),
    })


def plain(path, sheet, book="", extra=None, strings=None):
    items = [("s1", "worksheet", "worksheets/sheet1.xml")]
    parts = {
        "_rels/.rels": relations([("a", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}">{book}<sheets>'
                           '<sheet name="表" sheetId="1" r:id="s1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings is not None:
        items.append(("s2", "sharedStrings", "sharedStrings.xml"))
        parts["xl/sharedStrings.xml"] = strings
    parts["xl/_rels/workbook.xml.rels"] = relations(items)
    parts.update(extra or {})
    package(path, parts)


def data(rows):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


if __name__ == "__main__":
    by_openpyxl("openpyxl.xlsx")
    by_xlsxwriter("xlsxwriter.xlsx")
    by_xlsxwriter("constantmemory.xlsx", constant_memory=True)  # inline strings
    in_zip64("xlsxwriter.xlsx", "zip64.xlsx")
    by_xlsxwriter("date1904.xlsx", date_1904=True)
    by_libreoffice("xlsxwriter.xlsx", "libreoffice.xlsx")
    oddities("oddities.xlsx")
    plain("brokenBadXml.xlsx", data('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</w></c></row>'))
    plain("brokenBillionLaughs.xlsx",
          '<!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
          + data('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>'))
    plain("brokenStringIndex.xlsx", data('<row r="3"><c r="B3" t="s"><v>7</v></c></row>'),
          strings=f'<sst xmlns="{MAIN}"><si><t>a</t></si></sst>')
    plain("brokenColumn.xlsx", data('<row r="1"><c r="XFE1"><v>7</v></c></row>'))
    plain("brokenRelationships.xlsx", data(""), extra={"xl/_rels/workbook.xml.rels": relations(
        [("s1", "worksheet", "worksheets/nowhere.xml")])})
    plain("brokenDeep.xlsx", data("<x>" * 1000 + "</x>" * 1000))
    whole = open("openpyxl.xlsx", "rb").read()
    open("brokenTruncated.xlsx", "wb").write(whole[: len(whole) * 2 // 3])
    plain("brokenChecksum.xlsx", data('<row r="1"><c r="A1"><v>1</v></c></row>'))
    with open("brokenChecksum.xlsx", "r+b") as broken:  # the checksum in the directory of every part
        raw = broken.read()
        at = raw.find(b"PK\x01\x02")
        while at >= 0:
            broken.seek(at + 16)
            broken.write(b"\x12\x34\x56\x78")
            at = raw.find(b"PK\x01\x02", at + 4)
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)
    open("brokenEncrypted.xlsx", "wb").write(ole + "EncryptedPackage".encode("utf-16-le") + bytes(480))
    open("brokenOld.xls", "wb").write(ole + "Workbook".encode("utf-16-le") + bytes(496))
