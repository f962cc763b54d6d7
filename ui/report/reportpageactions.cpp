// What the buttons and the menu of the report page do.
#include "paper/reportfiles.h"
#include "paper/reportpdf.h"
#include "parts/filefilters.h"
#include "parts/savefield.h"
#include "printing/previewdialog.h"
#include "printing/showsheet.h"
#include "report/reportpage.h"
#include "report/sectionlist.h"
#include "shell/editors/savedfield.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tane {

void ReportPage::addReportOfProgramme()
{
    const auto owner = RecordTable<Programme>(document()).load(programme());
    if (!report(owner))
        return;
    const auto reports = reportsOf(document(), programme());
    if (!report(reports))
        return;
    QString title = tr("%1 報告書").arg(owner->title);
    if (!reports->empty())
        title += tr("（%1）").arg(reports->size() + 1);
    const auto id = addReport(document(), programme(), title, QDate::currentDate());
    if (!report(id))
        return;
    m_report.id = *id;
    fill();
}

void ReportPage::copyReportShown()
{
    const auto title =
        context().dialogs.askText(this, tr("報告書の複製"), tr("題"), tr("%1（写し）").arg(m_report.title));
    if (!title || title->trimmed().isEmpty())
        return;
    SavedField::commitAll(this);
    const auto id = copyReport(document(), m_report.id, title->trimmed());
    if (!report(id))
        return;
    m_report.id = *id;
    fill();
}

void ReportPage::renameReport()
{
    const auto title = context().dialogs.askText(this, tr("報告書の題"), tr("題"), m_report.title);
    if (title && !title->trimmed().isEmpty())
        report(saveField(document(), m_report.id, &Report::title, title->trimmed(), tr("報告書の題の変更")));
}

void ReportPage::removeReport()
{
    if (!context().dialogs.confirm(this,
                                   tr("「%1」を、書いた文章とともに削除しますか。元のデータは残ります。")
                                       .arg(shortened(m_report.title, 40)),
                                   tr("削除する")))
        return;
    report(RecordTable<Report>(document()).remove(m_report.id, tr("報告書の削除")));
}

void ReportPage::addSection()
{
    ReportSection section;
    section.report = m_report.id;
    const ReportSection *before = current();
    int position = -1;
    for (std::size_t i = 0; before != nullptr && i < m_sections.size(); ++i)
        position = m_sections[i].id == before->id ? static_cast<int>(i) + 1 : position;
    const auto id = RecordTable<ReportSection>(document()).add(section, tr("章の追加"), position);
    if (report(id))
        m_list->select(*id);
}

/// "報告書_" stands in front already: that the title ends so, too, would only push its middle out.
QString ReportPage::fileName() const
{
    QString title = m_report.title.trimmed();
    const QString kind = tr("報告書");
    if (title.endsWith(kind) && title.size() > kind.size())
        title = title.chopped(kind.size()).trimmed();
    return withTitle(m_report.external ? tr("報告書_外部提供用") : kind, title);
}

void ReportPage::write(const QString &suffix)
{
    if (m_report.id == 0 || m_writer.isBusy())
        return;
    SavedField::commitAll(this);
    const QString filter = suffix == u"docx"_s  ? tr("Word 文書 (*.docx)")
                           : suffix == u"pdf"_s ? tr("PDF (*.pdf)")
                                                : workbookFilter();
    const QString path =
        context().dialogs.saveFile(this, tr("報告書を書き出す"), fileName() + u'.' + suffix, filter);
    if (path.isEmpty())
        return;
    clearError();
    m_writer.start([this, path, source = m_loader.sourceForThread(), shown = m_report,
                    sections = m_sections](const Progress &progress) -> BackgroundJob::Finish {
        const auto write = [&]() -> Result<> {
            TANE_TRY(const auto read, source(progress));
            TANE_TRY(const ComposedReport composed, composeReport(*read, shown, sections, progress));
            return writeReportFile(path, composed.document);
        };
        return [this, path, written = write()] {
            if (report(written))
                Q_EMIT notice({Notice::Kind::Info,
                               tr("報告書を書き出しました：%1").arg(QDir::toNativeSeparators(path))});
        };
    });
}

void ReportPage::print()
{
    if (m_report.id == 0 || m_writer.isBusy())
        return;
    SavedField::commitAll(this);
    clearError();
    m_writer.start([this, source = m_loader.sourceForThread(), shown = m_report,
                    sections = m_sections](const Progress &progress) -> BackgroundJob::Finish {
        const auto make = [&]() -> Result<PreviewSheet> {
            TANE_TRY(const auto read, source(progress));
            TANE_TRY(const ComposedReport composed, composeReport(*read, shown, sections, progress));
            return PreviewSheet{.name = shown.title,
                                .pages = std::make_shared<const PaperPages>(reportPages(composed.document)),
                                .form = {}};
        };
        return [this, made = make()] {
            if (report(made))
                showPreview(*made);
        };
    });
}

void ReportPage::showPreview(const PreviewSheet &sheet)
{
    auto *dialog = new PreviewDialog([sheet](int) { return Result<PreviewSheet>(sheet); }, sheet, {}, 0,
                                     fileName(), context().dialogs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace tane
