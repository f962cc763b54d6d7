#!/usr/bin/env python3
"""Fills in the questionnaire workbook of the sample as people do, with openpyxl and LibreOffice.

    tane-cli new s.tane --sample
    tane-cli forms s.tane questionnaire-after --programme 1 --workshop 1 --out form.xlsx
    make_forms.py form.xlsx .

All people are invented. What each file holds is written down in test_questionnaireforms.cpp.
"""
import os
import subprocess
import sys
import tempfile

import openpyxl

ANSWERS = {"Ⅰ-1": "a.", "Ⅰ-2": "b.", "Ⅰ-3": "c.", "Ⅰ-4": "d.", "Ⅰ-5": "e.", "Ⅰ-6": "a.",
           "Ⅱ-1": "a.", "Ⅱ-2": "b.", "Ⅱ-3": "d.", "Ⅲ-1": "b.", "Ⅲ-2": "a.", "Ⅲ-3": "c.", "Ⅲ-4": "d."}
REASON = "話し合えた。\n1. 時間が短い"


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def right_of(sheet, cell):
    """The first cell right of it that is no part of its merge."""
    column = cell.column
    for merge in sheet.merged_cells.ranges:
        if cell.coordinate in merge:
            column = merge.max_col
    return sheet.cell(cell.row, column + 1)


def choices(book, sheet, cell):
    for validation in sheet.data_validations.dataValidation:
        if cell.coordinate in validation.sqref and validation.type == "list":
            name, area = validation.formula1.lstrip("=").split("!")
            return [c.value for row in book[name.strip("'")][area.replace("$", "")] for c in row]
    return []


def fill(book, sheet, name, role, shift=0):
    """Every item with options, each by what its drop-down offers; `shift` takes another option."""
    for cell in cells(sheet):
        text = str(cell.value).split("\n")[0]
        if text == "氏名":
            right_of(sheet, cell).value = name
        elif text == "立場":
            right_of(sheet, cell).value = role
        elif text in ANSWERS:
            answer = right_of(sheet, right_of(sheet, cell))
            offered = choices(book, sheet, answer)
            wanted = [o for o in offered if o.startswith(ANSWERS[text])]
            assert wanted, (text, offered)
            answer.value = offered[(offered.index(wanted[0]) + shift) % len(offered)]
        elif text == "Ⅲ-1理由":
            right_of(sheet, right_of(sheet, cell)).value = REASON


def main(form, out):
    book = openpyxl.load_workbook(form)
    fill(book, book.worksheets[0], "架空 花子", "コーディネーター")
    book.save(os.path.join(out, "renamed.xlsx"))

    # Re-saved by LibreOffice, under another name.
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "filled.xlsx")
        fill(book, book.worksheets[0], "見本 次郎", "市町村担当者", 1)
        book.save(path)
        made = os.path.join(folder, "made")
        subprocess.run(["soffice", "-env:UserInstallation=file://" + folder + "/profile", "--headless",
                        "--convert-to", "xlsx", "--outdir", made, path], check=True)
        os.replace(os.path.join(made, "filled.xlsx"), os.path.join(out, "libreoffice.xlsx"))

    # Protection off, rows inserted above everything and between the items, a note written beside.
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    sheet.protection.sheet = False
    fill(book, sheet, "例示 三郎", "コーディネーター")
    head = next(cell.row for cell in cells(sheet) if cell.value == "番号")
    for merge in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merge))
    sheet.insert_rows(head + 3, 2)
    sheet.insert_rows(1, 3)
    sheet.cell(1, 1).value = "センターで確認済み"
    sheet.cell(head + 6, 1).value = "（メモ）"
    book.save(os.path.join(out, "rows.xlsx"))

    # The sheet copied for a colleague, who writes his own name.
    book = openpyxl.load_workbook(form)
    copy = book.copy_worksheet(book.worksheets[0])
    for validation in book.worksheets[0].data_validations.dataValidation:
        copy.add_data_validation(validation)
    fill(book, book.worksheets[0], "試験 四郎", "コーディネーター")
    fill(book, copy, "試験 五郎", "市町村担当者", 1)
    book.save(os.path.join(out, "copied.xlsx"))


if __name__ == "__main__":
    main(*sys.argv[1:3])
