#pragma once

#include "../cycle/cyclefixture.h"

#include "parts/gridview.h"
#include "people/registry.h"

#include <QComboBox>

namespace tane::registertest {

/// A prefecture of the built-in list with all its municipalities.
qint64 beginPrefecture(Document &document, const QString &name);
qint64 addCentreFor(Document &document, qint64 prefecture, const QString &name,
                    const QStringList &municipalities);
qint64 addPerson(Document &document, const QString &name, const QString &kana, const QString &role,
                 qint64 centre, qint64 municipality = 0);
void assess(Document &document, qint64 person, QDate day, int level);
qint64 municipalityNamed(Document &document, const QString &name);

/// 群馬県: 35 municipalities and 15 centres, one of which serves a city and five towns and villages
/// (002:6534-6579), with a coordinator each.
void makeGunma(Document &document);
/// 東京都: 62 municipalities, 234 desks, 400 people assessed in each of five years, and a support a month.
void makeTokyo(Document &document);

/// The cell of a row known by its id, as the table shows it.
[[nodiscard]] QModelIndex cell(GridView *table, qint64 id, int column);
/// Opens the editor of a cell with Enter and gives it.
template<class Editor>
Editor *edit(GridView *table, qint64 id, int column)
{
    cycletest::settle(); // an editor that is closed goes a moment later
    const QModelIndex index = cell(table, id, column);
    REQUIRE(index.isValid());
    table->setFocus();
    table->setCurrentIndex(index);
    QTest::keyClick(table, Qt::Key_Return);
    auto *editor = table->viewport()->findChild<Editor *>();
    REQUIRE(editor != nullptr);
    return editor;
}
/// Chooses by its text in a box that saves at once.
void choose(QComboBox *box, const QString &text);

template<class T>
T loaded(Document &document, qint64 id)
{
    auto record = RecordTable<T>(document).load(id);
    REQUIRE(record.has_value());
    return *record;
}
[[nodiscard]] Registry registryOf(Document &document);

} // namespace tane::registertest
