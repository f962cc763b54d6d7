#pragma once

#include "paper/formpaper.h"
#include "shell/page.h"

#include <QDialog>

#include <functional>
#include <memory>

class QHBoxLayout;
class QLabel;
class QPrinter;
class QPushButton;
class QToolButton;

namespace tane {

class NoticeBar;
class PageView;

/// Makes the form for a paper.
using FormSource = std::function<Result<FormSheet>(FormSheet::Paper)>;

/// What a preview shows: pages, and the form they come from, where it can be a workbook or document too.
struct PreviewSheet
{
    QString name; ///< "名札"
    std::shared_ptr<const PaperPages> pages;
    std::optional<FormSheet> form;
};
/// Makes the sheet for the paper with that index.
using PreviewSource = std::function<Result<PreviewSheet>(int paper)>;

enum class PrinterAnswer { Print, Cancel, NoPrinter };
/// Asks for printer, pages and copies. Tests answer without a printer.
using PrinterQuestion = std::function<PrinterAnswer(QPrinter &printer, int pages, QWidget *parent)>;

/// Shows a sheet as it will be printed, and prints it or saves it as PDF; a form also as Excel workbook or
/// Word document.
class PreviewDialog : public QDialog
{
    Q_OBJECT
public:
    /// `fileName`: what files are suggested to be called, without ending.
    PreviewDialog(FormSource source, const FormSheet &sheet, const QString &fileName, Dialogs &dialogs,
                  QWidget *parent = nullptr);
    /// `papers`: names of the papers to choose from, `paper` the index of the one that `sheet` is on; with
    /// fewer than two there is nothing to choose.
    PreviewDialog(PreviewSource source, const PreviewSheet &sheet, const QStringList &papers, int paper,
                  const QString &fileName, Dialogs &dialogs, QWidget *parent = nullptr);

    void setPrinterQuestion(PrinterQuestion question) { m_askPrinter = std::move(question); }
    [[nodiscard]] PageView *view() const { return m_view; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }

Q_SIGNALS:
    /// It was saved to a file or sent to a printer.
    void written();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Format { Pdf, Workbook, Docx };
    QHBoxLayout *makeTools(const QStringList &papers, int paper);
    QHBoxLayout *makeButtons();
    QToolButton *addTool(QHBoxLayout *row, const QString &text, const QString &name,
                         const std::function<void()> &action);
    void showPages(const PreviewSheet &sheet);
    void changePaper(int paper);
    [[nodiscard]] Result<> write(const QString &path, Format format) const;
    void updateLabels();
    void save(Format format);
    void print();

    PreviewSource m_source;
    QString m_fileName;
    Dialogs &m_dialogs;
    PrinterQuestion m_askPrinter;
    PreviewSheet m_sheet;
    PageView *m_view = nullptr;
    NoticeBar *m_notice = nullptr;
    QLabel *m_page = nullptr;
    QLabel *m_zoom = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QPushButton *m_saveWorkbook = nullptr;
    QPushButton *m_saveDocx = nullptr;
};

} // namespace tane
