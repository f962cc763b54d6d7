#pragma once

#include "programme/steppage.h"
#include "report/composer.h"
#include "report/reportloader.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace tane {

class EmptyState;
class PageView;
class PaperPages;
struct PreviewSheet;
class SectionCard;
class SectionList;
class SegmentedControl;

/// 報告書: the sections of a report in their order, the texts of the chosen one, and the pages as they will
/// be.
class ReportPage : public StepPage
{
    Q_OBJECT
public:
    explicit ReportPage(PageContext &context, QWidget *parent = nullptr);
    ~ReportPage() override;

    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exportActions; }
    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] SectionList *sections() const { return m_list; }
    [[nodiscard]] SectionCard *section() const { return m_card; }
    [[nodiscard]] PageView *preview() const { return m_view; }
    [[nodiscard]] SegmentedControl *audience() const { return m_audience; }
    [[nodiscard]] QComboBox *reports() const { return m_reports; }
    [[nodiscard]] QLabel *state() const { return m_state; }
    /// Reading the file, or making the pages of what was read.
    [[nodiscard]] bool isComposing() const { return m_loader.isBusy() || m_job.isBusy(); }
    [[nodiscard]] bool isWriting() const { return m_writer.isBusy(); }
    [[nodiscard]] qint64 reportId() const { return m_report.id; }
    /// What a file of the report is called at first, without its ending.
    [[nodiscard]] QString fileName() const;

protected:
    void fill() override;

private:
    void makeHeader();
    void makeMenu();
    void makeLeft(QBoxLayout *row);
    void makePreview(QBoxLayout *row);
    void connectList();
    void connectWork();
    void fillReports(const std::vector<Report> &reports);
    void showSection();
    void showSource();
    void compose();
    void showState();
    void showComposed(ComposedReport composed, std::shared_ptr<const PaperPages> pages,
                      std::vector<int> headingPages);
    void showSectionPage();
    void addReportOfProgramme();
    void copyReportShown();
    void renameReport();
    void removeReport();
    void addSection();
    void write(const QString &suffix);
    void print();
    void showPreview(const PreviewSheet &sheet);
    [[nodiscard]] const ReportSection *current() const;

    Report m_report;
    std::vector<ReportSection> m_sections;
    ComposedReport m_composed;
    std::vector<int> m_headingPages;
    ReportLoader m_loader;
    BackgroundJob m_job;
    BackgroundJob m_writer;
    QList<QAction *> m_exportActions;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QComboBox *m_reports = nullptr;
    QToolButton *m_more = nullptr;
    QPushButton *m_word = nullptr;
    SegmentedControl *m_audience = nullptr;
    SectionList *m_list = nullptr;
    SectionCard *m_card = nullptr;
    PageView *m_view = nullptr;
    QLabel *m_state = nullptr;
    class NoticeBar *m_unknown = nullptr;
};

} // namespace tane
