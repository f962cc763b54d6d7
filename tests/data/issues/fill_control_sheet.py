#!/usr/bin/python3
"""Fills in the control sheet of 桜市 with openpyxl, as a municipality would in Excel.

Needs Debian's python3-openpyxl. The form comes from the hidden test case:
    TANE_FORM_OUT=/tmp/form.xlsx build/dev/bin/test-core "[.controlsheetform]"
    ./fill_control_sheet.py /tmp/form.xlsx control-sheet-openpyxl.xlsx
"""
import datetime
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
assert sheet.protection.sheet, "the form is locked"


def find(text, column=None, after=0):
    for row in sheet.iter_rows(min_row=after + 1):
        for cell in row:
            if cell.value and str(cell.value).split("\n")[0] == text and (column is None or cell.column == column):
                return cell
    raise SystemExit(f"{text} is not on the form")


def right_of(cell):
    """The cell beside a label, which may span several columns."""
    last = cell.column
    for merged in sheet.merged_cells.ranges:
        if cell.coordinate in merged:
            last = merged.max_col
    return sheet.cell(cell.row, last + 1)


def fill(cell, value):
    assert not cell.protection.locked, f"{cell.coordinate} is locked"
    cell.value = value


fill(right_of(find("記入日")), datetime.date(2026, 6, 30))
fill(right_of(find("事業のめざす姿")), "最期まで自分らしく\n暮らせるまち")
scene = find("入退院支援")
fill(right_of(find("めざす姿", after=scene.row)), "切れ目なく支える")
wanting = find("支援できずに困っていること", after=scene.row)
fill(sheet.cell(wanting.row + 1, wanting.column), "病院の窓口が分からない")
heads = find("指標", after=scene.row)
for head, value in [("指標", "退院調整率"), ("目標値", 80), ("令和8年度", 72.5)]:
    fill(sheet.cell(heads.row + 1, find(head, after=heads.row - 1).column), value)
book.save(sys.argv[2])
