#include "printing/previewdialog.h"

#include "exchange/formdocx.h"
#include "exchange/formworkbook.h"
#include "parts/filefilters.h"
#include "printing/pageview.h"
#include "shell/widgets.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// Qt's dialog on other systems prints to a file where there is no printer; the one of Windows does not even
/// open.
bool canAsk([[maybe_unused]] const QPrinter &printer)
{
#ifdef Q_OS_WIN
    return printer.outputFormat() == QPrinter::NativeFormat;
#else
    return true;
#endif
}

PreviewSheet previewOf(const FormSheet &form)
{
    return {form.name, std::make_shared<const FormPaper>(form), form};
}

PrinterAnswer askForPrinter(QPrinter &printer, int pages, QWidget *parent)
{
    if (!canAsk(printer))
        return PrinterAnswer::NoPrinter;
    QPrintDialog dialog(&printer, parent);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setMinMax(1, pages);
    return dialog.exec() == QDialog::Accepted ? PrinterAnswer::Print : PrinterAnswer::Cancel;
}

} // namespace

PreviewDialog::PreviewDialog(FormSource source, const FormSheet &sheet, const QString &fileName,
                             Dialogs &dialogs, QWidget *parent)
    : PreviewDialog(
          [source = std::move(source)](int paper) -> Result<PreviewSheet> {
              TANE_TRY(const FormSheet made,
                       source(paper == 1 ? FormSheet::Paper::A3 : FormSheet::Paper::A4));
              return previewOf(made);
          },
          previewOf(sheet), {u"A4"_s, u"A3"_s}, sheet.paper == FormSheet::Paper::A3 ? 1 : 0, fileName,
          dialogs, parent)
{
}

PreviewDialog::PreviewDialog(PreviewSource source, const PreviewSheet &sheet, const QStringList &papers,
                             int paper, const QString &fileName, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_fileName(fileName)
    , m_dialogs(dialogs)
    , m_askPrinter(askForPrinter)
{
    setWindowTitle(tr("印刷プレビュー：%1").arg(sheet.name));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::l, metrics::m, metrics::l, metrics::m);
    layout->setSpacing(metrics::s);
    m_view = new PageView(this);
    m_notice = new NoticeBar(this);
    m_notice->hide();
    layout->addLayout(makeTools(papers, paper));
    layout->addWidget(m_notice);
    layout->addWidget(m_view, 1);
    layout->addLayout(makeButtons());
    connect(m_notice, &NoticeBar::dismissed, m_notice, &QWidget::hide);
    connect(m_view, &PageView::pageChanged, this, &PreviewDialog::updateLabels);
    connect(m_view, &PageView::zoomChanged, this, &PreviewDialog::updateLabels);
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, this, &PreviewDialog::print);
    const QSize room = screen()->availableSize();
    resize(std::min(1060, room.width() - 40), std::min(800, room.height() - 60));
    showPages(sheet);
    m_view->setFocus();
}

QToolButton *PreviewDialog::addTool(QHBoxLayout *row, const QString &text, const QString &name,
                                    const std::function<void()> &action)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setMinimumSize(metrics::rowHeight, metrics::rowHeight);
    connect(button, &QToolButton::clicked, this, [action] { action(); });
    row->addWidget(button);
    return button;
}

QHBoxLayout *PreviewDialog::makeTools(const QStringList &papers, int paper)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_previous = addTool(row, u"◀"_s, tr("前のページ（Page Up）"),
                         [this] { m_view->showPage(m_view->currentPage() - 1); });
    m_page = new QLabel(this);
    m_page->setAlignment(Qt::AlignCenter);
    m_page->setMinimumWidth(92);
    row->addWidget(m_page);
    m_next = addTool(row, u"▶"_s, tr("次のページ（Page Down）"),
                     [this] { m_view->showPage(m_view->currentPage() + 1); });
    row->addStretch();
    addTool(row, u"－"_s, tr("小さく（Ctrl+-）"), [this] { m_view->zoomOut(); });
    m_zoom = new QLabel(this);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(52);
    row->addWidget(m_zoom);
    addTool(row, u"＋"_s, tr("大きく（Ctrl++）"), [this] { m_view->zoomIn(); });
    addTool(row, tr("横幅"), tr("横幅に合わせる"), [this] { m_view->setFit(PageView::Fit::Width); });
    addTool(row, tr("全体"), tr("ページ全体を表示"), [this] { m_view->setFit(PageView::Fit::Page); });
    row->addStretch();
    if (papers.size() < 2)
        return row;
    auto *caption = new QLabel(tr("用紙"), this);
    row->addWidget(caption);
    auto *choice = new SegmentedControl(this);
    choice->setAccessibleName(tr("用紙"));
    choice->setItems(papers);
    choice->setCurrentIndex(paper);
    row->addWidget(choice);
    connect(choice, &SegmentedControl::currentIndexChanged, this, &PreviewDialog::changePaper);
    return row;
}

QHBoxLayout *PreviewDialog::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    const auto add = [this, row](const QString &text, const QString &name, auto action) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setAutoDefault(false); // Enter on the pages does nothing unasked
        connect(button, &QPushButton::clicked, this, action);
        row->addWidget(button);
        return button;
    };
    add(tr("PDF に保存(&F)…"), u"savePdf"_s, [this] { save(Format::Pdf); });
    m_saveWorkbook = add(tr("Excel に保存(&E)…"), u"saveWorkbook"_s, [this] { save(Format::Workbook); });
    m_saveDocx = add(tr("Word に保存(&W)…"), u"saveDocx"_s, [this] { save(Format::Docx); });
    row->addStretch();
    add(tr("閉じる"), u"close"_s, [this] { reject(); });
    makePrimary(add(tr("印刷(&P)…"), u"print"_s, [this] { print(); }));
    return row;
}

void PreviewDialog::showPages(const PreviewSheet &sheet)
{
    m_sheet = sheet;
    m_view->setPaper(m_sheet.pages);
    m_saveWorkbook->setVisible(m_sheet.form.has_value());
    m_saveDocx->setVisible(m_sheet.form.has_value());
    updateLabels();
}

void PreviewDialog::changePaper(int paper)
{
    const Result<PreviewSheet> sheet = m_source(paper);
    if (sheet)
        showPages(*sheet);
    else
        m_notice->show({Notice::Kind::Error, sheet.error().toString()});
}

void PreviewDialog::updateLabels()
{
    const int page = m_view->currentPage();
    m_page->setText(tr("%1 / %2 ページ").arg(page + 1).arg(m_view->pageCount()));
    m_previous->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < m_view->pageCount());
    m_zoom->setText(u"%1%"_s.arg(qRound(m_view->zoom() * 100)));
}

void PreviewDialog::save(Format format)
{
    const QString suffix = format == Format::Pdf        ? u".pdf"_s
                           : format == Format::Workbook ? u".xlsx"_s
                                                        : u".docx"_s;
    const QString filter = format == Format::Pdf        ? tr("PDF (*.pdf)")
                           : format == Format::Workbook ? workbookFilter()
                                                        : tr("Word 文書 (*.docx)");
    const QString path = m_dialogs.saveFile(this, tr("様式を保存"), m_fileName + suffix, filter);
    if (path.isEmpty())
        return;
    const Result<> result = write(path, format);
    if (!result) {
        m_notice->show({Notice::Kind::Error, result.error().toString()});
        return;
    }
    m_notice->show({Notice::Kind::Info, tr("「%1」に保存しました。").arg(QFileInfo(path).fileName())});
    Q_EMIT written();
}

Result<> PreviewDialog::write(const QString &path, Format format) const
{
    if (format == Format::Pdf || !m_sheet.form)
        return writePagesPdf(path, *m_sheet.pages);
    return format == Format::Workbook ? writeFormXlsx(path, *m_sheet.form)
                                      : writeFormDocx(path, *m_sheet.form);
}

void PreviewDialog::print()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(m_fileName);
    m_sheet.pages->setUp(printer);
    const PrinterAnswer answer = m_askPrinter(printer, m_sheet.pages->pageCount(), this);
    if (answer == PrinterAnswer::NoPrinter)
        m_notice->show(
            {Notice::Kind::Error, tr("使えるプリンターがありません。Windows の設定でプリンターを確かめるか、"
                                     "［PDF に保存］をお使いください。")});
    if (answer != PrinterAnswer::Print)
        return;
    const int first = std::max(printer.fromPage(), 1) - 1;
    const int last = (printer.toPage() > 0 ? printer.toPage() : m_sheet.pages->pageCount()) - 1;
    const Result<> printed = m_sheet.pages->print(printer, first, last);
    if (!printed) {
        m_notice->show({Notice::Kind::Error, printed.error().toString()});
        return;
    }
    m_notice->show({Notice::Kind::Info, tr("印刷に送りました。")});
    Q_EMIT written();
}

void PreviewDialog::keyPressEvent(QKeyEvent *event)
{
    // Pages are turned wherever the focus is.
    switch (event->key()) {
    case Qt::Key_PageDown:
        m_view->showPage(m_view->currentPage() + 1);
        return;
    case Qt::Key_PageUp:
        m_view->showPage(m_view->currentPage() - 1);
        return;
    default:
        break;
    }
    if (event->matches(QKeySequence::ZoomIn))
        m_view->zoomIn();
    else if (event->matches(QKeySequence::ZoomOut))
        m_view->zoomOut();
    else
        QDialog::keyPressEvent(event);
}

} // namespace tane
