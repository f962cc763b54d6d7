#include "survey/importdialog.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "participants/participantlinks.h"
#include "participants/questionnaireforms.h"
#include "parts/problemmodel.h"
#include "programme/workshop.h"
#include "shell/settings.h"
#include "shell/widgets.h"
#include "survey/sheetpreview.h"
#include "survey/surveypage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kMostInOneStep = 5000; ///< people

} // namespace

ImportDialog::ImportDialog(PageContext &pageContext, Wave firstWave, QWidget *parent)
    : QDialog(parent)
    , m_context(pageContext)
    , m_reader(new AnswerImport(this))
{
    setWindowTitle(tr("回答の取り込み"));
    setAcceptDrops(true);
    // On a small screen, or at 150 %, the form scrolls and the buttons stay in sight.
    const QSize room = screen()->availableSize();
    resize(std::min(980, room.width() - 40), std::min(640, room.height() - 60));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, metrics::l);
    outer->setSpacing(metrics::m);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, 0);
    column->setSpacing(metrics::m);
    makeTop(column);
    makeMiddle(column);
    makeBottom(column);
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    makeButtons(outer);
    showSource(false);
    m_wave->setCurrentIndex(static_cast<int>(firstWave));
    connectReader();
    loadQuestionnaires();
    if (const auto file = fileMark(m_context.document); file && m_context.workshop != 0)
        m_reader->setExpected({*file, m_context.workshop, {}, {}, {}});
    showSummary();
    updateButton();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::connectReader()
{
    connect(m_wave, &SegmentedControl::currentIndexChanged, this, [this] {
        warnOfRepeat();
        readAgain();
    });
    connect(m_reader, &AnswerImport::busyChanged, this, &ImportDialog::showBusy);
    connect(m_reader, &AnswerImport::opened, this, &ImportDialog::sourceOpened);
    connect(m_reader, &AnswerImport::answersRead, this, &ImportDialog::showAnswers);
    connect(m_reader, &AnswerImport::failed, this, &ImportDialog::showError);
    connect(m_reader, &AnswerImport::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, total > 0 ? 1000 : 0);
        m_progress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    });
    connect(m_cancelRead, &QPushButton::clicked, this, [this] {
        m_reader->cancel();
        setParagraph(m_summary, tr("読み取りを中止しました。"));
    });
    connect(m_preview, &SheetPreview::corrected, this, &ImportDialog::correct);
    connect(m_sheets, &QListWidget::currentRowChanged, this, &ImportDialog::showSheet);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::importNow);
}

// Until something is read there is nothing to preview, only the place to drop it.
void ImportDialog::showSource(bool shown)
{
    m_drop->setVisible(!shown);
    m_preview->setVisible(shown);
    m_previewNote->setVisible(shown);
    m_resetColumns->setVisible(shown);
}

void ImportDialog::setSource(const QString &path)
{
    if (path.isEmpty())
        return;
    m_path = path;
    m_context.settings.set(Setting::LastFolder, QFileInfo(path).absolutePath());
    m_pathLabel->setText(QDir::toNativeSeparators(path));
    m_pathLabel->setToolTip(QDir::toNativeSeparators(path));
    m_message->hide();
    m_layouts.clear();
    m_sheets->clear();
    m_preview->clear();
    m_problems->setProblems({});
    m_problemTable->hide();
    warnOfRepeat();
    m_reader->open(path);
}

void ImportDialog::sourceOpened()
{
    if (const auto formWave = waveOfForms(*m_reader->source())) { // the forms themselves say so
        const QSignalBlocker quiet(m_wave);
        m_wave->setCurrentIndex(static_cast<int>(*formWave));
    }
    relayout();
    const QSignalBlocker quiet(m_sheets);
    m_sheets->clear();
    const std::vector<Table> &tables = m_reader->source()->tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const bool known = m_layouts[i].form != SheetLayout::Form::Unknown;
        const QString name =
            tables[i].sheet.isEmpty() ? tables[i].file : tables[i].file + u"：" + tables[i].sheet;
        auto *entry = new QListWidgetItem(known ? name : tr("%1（読み取れません）").arg(name), m_sheets);
        entry->setToolTip(entry->text());
    }
    showSource(true);
    m_sheets->setVisible(tables.size() > 1);
    const auto known = std::find_if(m_layouts.begin(), m_layouts.end(), [](const SheetLayout &l) {
        return l.form != SheetLayout::Form::Unknown;
    });
    const int first = known == m_layouts.end() ? 0 : static_cast<int>(known - m_layouts.begin());
    m_sheets->setCurrentRow(first);
    showSheet(first);
    readAgain();
}

void ImportDialog::relayout()
{
    m_layouts.clear();
    for (const Table &table : m_reader->source()->tables)
        m_layouts.push_back(recogniseLayout(table, m_questionnaire, m_mappings));
}

void ImportDialog::showSheet(int index)
{
    if (!m_reader->source() || index < 0 || index >= static_cast<int>(m_layouts.size()))
        return;
    const auto i = static_cast<std::size_t>(index);
    m_preview->setSheet(m_reader->source()->tables[i], m_layouts[i], m_questionnaire, m_mappings);
    m_resetColumns->setEnabled(!m_mappings.isEmpty());
}

// One meaning belongs to one column: the column that had it before gives it up, visibly.
void ImportDialog::correct(const QString &head, const ColumnMeaning &meaning)
{
    const int sheet = std::max(0, m_sheets->currentRow());
    if (sheet >= static_cast<int>(m_layouts.size()))
        return;
    const SheetLayout &layout = m_layouts[static_cast<std::size_t>(sheet)];
    for (int column = 0; column < static_cast<int>(layout.columns.size()); ++column) {
        const QString other = layout.heads.value(column);
        if (meaning.kind != ColumnMeaning::Kind::Ignored && other != head &&
            layout.columns[static_cast<std::size_t>(column)] == meaning)
            m_mappings.insert(foldText(other), {});
    }
    m_mappings.insert(foldText(head), meaning);
    m_corrected = true;
    relayout();
    showSheet(sheet);
    readAgain();
}

void ImportDialog::readAgain()
{
    if (!m_reader->source())
        return;
    m_message->hide();
    m_reader->read(m_questionnaire, wave(), m_mappings);
    showSummary();
    updateButton();
}

void ImportDialog::showAnswers()
{
    std::vector<Problem> problems = m_reader->sourceProblems();
    const std::vector<Problem> &cells = m_reader->answers()->problems;
    problems.insert(problems.end(), cells.begin(), cells.end());
    m_problemTable->setVisible(!problems.empty());
    m_problems->setProblems(std::move(problems));
    m_problemTable->resizeColumnsToContents();
    showSummary();
    warnOfRepeat();
    updateButton();
    if (m_import->isEnabled() && (m_chooseFile->hasFocus() || m_chooseFolder->hasFocus()))
        m_import->setFocus(); // Enter goes on with what was just read
}

void ImportDialog::showSummary()
{
    if (!m_reader->answers()) {
        setParagraph(m_summary, m_reader->isBusy() ? tr("読み取っています…")
                                : m_path.isEmpty()
                                    ? tr("ファイルまたはフォルダーを選ぶと、読み取り方を確かめられます。")
                                    : QString());
        return;
    }
    const ReadAnswers &answers = *m_reader->answers();
    std::vector<bool> seen(static_cast<std::size_t>(answers.sheet.itemCount()), false);
    for (const SheetLayout &layout : m_layouts) {
        for (const ColumnMeaning &column : layout.columns) {
            if (column.kind == ColumnMeaning::Kind::Answer && column.item >= 0)
                seen[static_cast<std::size_t>(column.item)] = true;
        }
    }
    const std::vector<Questionnaire::ItemRef> items = m_questionnaire.items();
    int asked = 0, read = 0;
    QStringList missing;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item &item = *items[i].item;
        if (item.type != AnswerType::Single || !item.isAsked(wave()))
            continue;
        ++asked;
        read += seen[i] ? 1 : 0;
        if (!seen[i])
            missing += item.code;
    }
    QString text = tr("%1　%2件の回答　／　読み取れた設問 %3／%4　／　読み取れないセル %5件")
                       .arg(waveName(wave()))
                       .arg(answers.sheet.size())
                       .arg(read)
                       .arg(asked)
                       .arg(answers.problems.size());
    if (!missing.isEmpty())
        text += tr("\n見つからない設問：%1（取り込むと、無回答として数えます）").arg(missing.join(u"、"_s));
    setParagraph(m_summary, text);
}

// Reading the same answers twice makes everybody in them "answered twice": say so before, not after.
void ImportDialog::warnOfRepeat()
{
    if (m_context.workshop == 0 || m_path.isEmpty() || !m_reader->answers())
        return;
    const auto hint = [this](const QString &text) { m_message->show({Notice::Kind::Hint, text}, false); };
    SurveyRepository survey(m_context.document);
    if (m_reader->answers()->sheet.size() <= kMostInOneStep) {
        const auto repeated =
            survey.repeatedAnswers(m_context.workshop, m_questionnaire, *m_reader->answers());
        if (repeated && repeated->whole)
            return hint(
                tr("同じ内容の回答を「%"
                   "1」から取り込み済みです。もう一度取り込むと、全員が2回回答したものとして扱われます。")
                    .arg(repeated->whole->source));
        if (repeated && repeated->people > 0)
            return hint(tr("%1名は、同じ内容の回答を取り込み済みです。取り込むと、2回回答した方として確認が必"
                           "要になります。")
                            .arg(repeated->people));
    }
    const auto known = survey.imports(m_context.workshop);
    const bool sameName = known && std::any_of(known->begin(), known->end(), [this](const ImportInfo &info) {
                              return info.wave == wave() && info.source == sourceName();
                          });
    if (sameName)
        hint(tr("「%1」は%2に取り込み済みです。もう一度取り込むと、同じ方が2回回答したものとして扱われます。")
                 .arg(sourceName(), waveName(wave())));
}

void ImportDialog::showError(const Error &error)
{
    m_message->show({Notice::Kind::Error, error.toString()}, false);
    m_message->setDetail(error.detail);
    std::vector<Problem> problems = m_reader->sourceProblems();
    m_problemTable->setVisible(!problems.empty());
    m_problems->setProblems(std::move(problems));
    showSummary();
    updateButton();
}

void ImportDialog::showBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_cancelRead->setVisible(busy);
    if (busy)
        m_progress->setRange(0, 0);
    updateButton();
}

void ImportDialog::updateButton()
{
    const bool named = m_context.workshop != 0 || !m_title->text().trimmed().isEmpty();
    m_import->setEnabled(named && m_reader->answers() && !m_reader->isBusy() &&
                         !m_context.document.isReadOnly());
    m_needed->setVisible(!named && m_reader->answers() && !m_reader->isBusy());
}

Result<qint64> ImportDialog::ensureWorkshop()
{
    if (!m_questionnaires)
        return m_context.workshop;
    TANE_TRY(m_questionnaireId, SurveyRepository(m_context.document).addQuestionnaire(m_questionnaire));
    WorkshopRepository workshops(m_context.document);
    if (m_context.workshop != 0) {
        TANE_TRY(Workshop known, workshops.load(m_context.workshop));
        known.questionnaire = m_questionnaireId;
        return workshops.save(known);
    }
    Workshop workshop;
    workshop.programme = m_context.programme;
    workshop.title = tidy(m_title->text());
    if (!m_dateOpen->isChecked() && m_date->date() > m_date->minimumDate())
        workshop.heldOn = m_date->date();
    workshop.questionnaire = m_questionnaireId;
    return workshops.save(workshop);
}

// Workshop, remembered columns and answers are one undo step. A very large import goes on its own, because it
// is undone by its number and not row by row.
void ImportDialog::importNow()
{
    if (!m_import->isEnabled())
        return;
    ReadAnswers answers = *m_reader->answers();
    const std::vector<Problem> &files = m_reader->sourceProblems();
    answers.problems.insert(answers.problems.begin(), files.begin(), files.end());
    m_progress->setRange(0, 0);
    m_progress->show();
    m_progress->repaint();
    const qint64 known = m_context.workshop;
    const auto store = [&](Database &) { return storeAnswers(answers); };
    const Result<> stored = answers.sheet.size() <= kMostInOneStep
                                ? m_context.document.perform(tr("回答の取り込み"), store)
                                : storeAnswers(answers);
    m_progress->hide();
    if (!stored) {
        m_context.workshop = known;
        return showError(stored.error());
    }
    QString summary = tr("%1の回答を%2件取り込みました。").arg(waveName(wave())).arg(answers.sheet.size());
    if (!answers.problems.empty())
        summary +=
            tr("読み取れないところが%1件あり、無回答として数えています。").arg(answers.problems.size());
    Q_EMIT imported(m_context.workshop, summary);
    accept();
}

Result<> ImportDialog::storeAnswers(const ReadAnswers &answers)
{
    TANE_TRY(m_context.workshop, ensureWorkshop());
    SurveyRepository repository(m_context.document);
    if (m_corrected)
        TANE_CHECK(repository.rememberMappings(m_questionnaire, m_mappings));
    TANE_TRY(const qint64 import,
             repository.importAnswers(m_context.workshop, m_questionnaireId, answers, sourceName()));
    TANE_CHECK(joinFormAnswers(m_context.document, m_context.workshop, import, answers));
    TANE_CHECK(relinkAnswers(m_context.document, m_context.workshop));
    return {};
}

Wave ImportDialog::wave() const
{
    return static_cast<Wave>(std::clamp(m_wave->currentIndex(), 0, 2));
}

QString ImportDialog::sourceName() const
{
    return QFileInfo(QDir(m_path).absolutePath()).fileName();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        setSource(urls.first().toLocalFile());
}

void ImportDialog::reject()
{
    m_reader->cancel();
    QDialog::reject();
}

} // namespace tane
