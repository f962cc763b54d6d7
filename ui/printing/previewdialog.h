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
class SegmentedControl;

/// Makes the form for a paper.
using FormSource = std::function<Result<FormSheet>(FormSheet::Paper)>;
enum class PrinterAnswer { Print, Cancel, NoPrinter };
/// Asks for printer, pages and copies. Tests answer without a printer.
using PrinterQuestion = std::function<PrinterAnswer(QPrinter &printer, int pages, QWidget *parent)>;

/// Shows a form as it will be printed, and prints it or saves it as PDF, Excel workbook or Word document.
class PreviewDialog : public QDialog
{
    Q_OBJECT
public:
    /// `fileName`: what files are suggested to be called, without ending.
    PreviewDialog(FormSource source, const FormSheet &sheet, const QString &fileName, Dialogs &dialogs,
                  QWidget *parent = nullptr);

    void setPrinterQuestion(PrinterQuestion question) { m_askPrinter = std::move(question); }
    [[nodiscard]] PageView *view() const { return m_view; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Format { Pdf, Workbook, Docx };
    QHBoxLayout *makeTools();
    QHBoxLayout *makeButtons();
    QToolButton *addTool(QHBoxLayout *row, const QString &text, const QString &name,
                         const std::function<void()> &action);
    void showForm(const FormSheet &sheet);
    void changePaper(FormSheet::Paper paper);
    void updateLabels();
    void save(Format format);
    void print();

    FormSource m_source;
    QString m_fileName;
    Dialogs &m_dialogs;
    PrinterQuestion m_askPrinter;
    std::shared_ptr<const FormPaper> m_paper;
    PageView *m_view = nullptr;
    NoticeBar *m_notice = nullptr;
    QLabel *m_page = nullptr;
    QLabel *m_zoom = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    SegmentedControl *m_papers = nullptr;
};

} // namespace tane
