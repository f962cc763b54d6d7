// Letters on paper, read back by the tools of poppler-utils.
#include "paper/letterpaper.h"
#include "ui/poppler.h"

#include <catch2/catch.hpp>

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::testing;

namespace {

/// Lines of text, a heading, and a table of `rows` below its head.
LetterDocument letterOf(int lines, int rows)
{
    LetterDocument letter;
    letter.title = u"説明資料"_s;
    for (int i = 1; i <= lines; ++i)
        letter.blocks.emplace_back(LetterLines{u"行%1。"_s.arg(i)});
    letter.blocks.emplace_back(LetterLines{u"当日の流れ"_s, LetterLines::Look::Heading});
    FormTable table;
    table.headRows = 1;
    table.widths = {30, 70};
    const auto add = [&table](const QString &left, const QString &right) {
        table.rows.emplace_back(2);
        table.rows.back()[0].text = left;
        table.rows.back()[1].text = right;
    };
    add(u"時間"_s, u"内容"_s);
    for (int i = 1; i <= rows; ++i)
        add(u"番%1"_s.arg(i), u"項目"_s);
    letter.blocks.emplace_back(std::move(table));
    return letter;
}

QString joined(QString text)
{
    return text.remove(QRegularExpression(u"\\s"_s));
}

} // namespace

TEST_CASE("A heading stays with the table below it, however far down the page the two come")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"手紙.pdf"_s);
    int moved = 0;
    for (const int rows : {12, 60}) // one that is kept whole, and one longer than a page
        for (int lines = 2; lines <= 42; lines += 4) {
            REQUIRE(writePagesPdf(path, letterPaper({letterOf(lines, rows)})).has_value());
            const QStringList pages = pdfPages(path);
            INFO(lines << " lines, " << rows << " rows");
            QString text;
            for (const QString &page : pages) {
                const QString words = joined(page);
                if (!words.contains(u"当日の流れ"_s))
                    continue;
                CHECK(words.contains(u"番1項目"_s));
                moved += words.contains(u"行1。"_s) ? 0 : 1;
                text += words;
            }
            CHECK(text.count(u"当日の流れ"_s) == 1);
        }
    CHECK(moved > 2); // it really came to the foot of a page
}
