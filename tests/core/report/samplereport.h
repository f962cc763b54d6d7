#pragma once

#include "programme/cycle.h"
#include "report/composer.h"
#include "survey/sample.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace tane::test {

/// The built-in sample in a folder of the test's own, and its finished cycle.
class SampleFile
{
public:
    SampleFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("見本.tane"));
        REQUIRE(createSample(path));
        auto opened = Document::open(path);
        REQUIRE(opened);
        m_document = std::move(*opened);
        const auto programmes = CycleRepository(*m_document).programmes();
        REQUIRE(programmes);
        for (const Programme &programme : *programmes) {
            const auto cycle = CycleRepository(*m_document).load(programme.id);
            REQUIRE(cycle);
            if (!cycle->answeredWorkshops.empty())
                m_programme = programme.id;
        }
        REQUIRE(m_programme != 0);
    }
    [[nodiscard]] Document &document() { return *m_document; }
    [[nodiscard]] qint64 programme() const { return m_programme; }
    [[nodiscard]] std::shared_ptr<const ReportSource> source()
    {
        auto loaded = loadReportSource(*m_document, m_programme, QDate(2026, 4, 1));
        REQUIRE(loaded);
        return *loaded;
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void reopen()
    {
        const QString path = m_document->path();
        m_document.reset();
        auto opened = Document::open(path);
        REQUIRE(opened);
        m_document = std::move(*opened);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Document> m_document;
    qint64 m_programme = 0;
};

/// All words of a report, block after block.
inline QString wordsOf(const ReportDocument &document)
{
    QStringList words;
    for (const ReportBlock &block : document.blocks) {
        if (const auto *heading = std::get_if<HeadingBlock>(&block))
            words << heading->text;
        if (const auto *paragraph = std::get_if<ParagraphBlock>(&block))
            words << paragraph->text;
        if (const auto *table = std::get_if<TableBlock>(&block)) {
            words << table->caption << table->head.join(QLatin1Char('|'));
            for (const QStringList &row : table->rows)
                words << row.join(QLatin1Char('|'));
            words << table->note;
        }
        if (const auto *figure = std::get_if<FigureBlock>(&block))
            words << figure->chart.figure + QStringLiteral("　") + figure->chart.title << figure->chart.note;
    }
    return words.join(QLatin1Char('\n'));
}

} // namespace tane::test
