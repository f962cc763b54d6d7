// How the import dialog is laid out, and which questionnaire it asks for; what it does is in
// importdialog.cpp.
#include "survey/importdialog.h"

#include "parts/problemmodel.h"
#include "parts/rowdelegate.h"
#include "programme/workshop.h"
#include "shell/settings.h"
#include "shell/widgets.h"
#include "survey/questionnairelibrary.h"
#include "survey/sheetpreview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace tane {

/// For the first import of a file: the workshop is made with it.
void ImportDialog::addNewWorkshop(QFormLayout &form)
{
    m_title = new QLineEdit(this);
    m_title->setObjectName(u"workshopTitle"_s);
    m_title->setPlaceholderText(tr("例：令和8年度 コーディネーター研修会"));
    // Not today: a date nobody chose would be printed in the report.
    m_date = new QDateEdit(this);
    m_date->setObjectName(u"heldOn"_s);
    m_date->setMinimumDate(QDate(1999, 12, 31)); // stands for "not fixed"
    m_date->setSpecialValueText(tr("未定"));
    m_date->setDate(m_date->minimumDate());
    m_date->setEnabled(false);
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(tr("yyyy年M月d日"));
    m_date->setAccessibleName(tr("研修会の開催日"));
    m_dateOpen = new QCheckBox(tr("未定"), this);
    m_dateOpen->setObjectName(u"heldOnOpen"_s);
    m_dateOpen->setChecked(true);
    connect(m_dateOpen, &QCheckBox::toggled, this, [this](bool open) {
        m_date->setEnabled(!open);
        m_date->setDate(open ? m_date->minimumDate() : QDate::currentDate());
        if (!open)
            m_date->setFocus();
    });
    auto *date = new QHBoxLayout;
    date->setSpacing(metrics::m);
    date->addWidget(m_date);
    date->addWidget(m_dateOpen);
    date->addStretch(1);
    form.addRow(tr("研修会の名前(&N)"), m_title);
    auto *dateLabel = new QLabel(tr("開催日(&D)"), this);
    dateLabel->setBuddy(m_dateOpen); // the date itself cannot take the focus as long as it is open
    form.addRow(dateLabel, date);
}

/// For a workshop that does not ask anything yet.
void ImportDialog::addQuestionnaireChoice(QFormLayout &form)
{
    m_questionnaires = new QComboBox(this);
    m_questionnaires->setObjectName(u"questionnaire"_s);
    m_questionnaires->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_questionnaires->setMinimumContentsLength(20);
    m_questionnaireFile = new QPushButton(tr("ファイルから(&J)…"), this);
    m_questionnaireFile->setObjectName(u"questionnaireFile"_s);
    m_questionnaireFile->setToolTip(tr("ご自分で作った調査票の定義（JSON ファイル）を使います。"));
    m_questionnaireFile->setAutoDefault(false);
    auto *questionnaire = new QHBoxLayout;
    questionnaire->setSpacing(metrics::s);
    questionnaire->addWidget(m_questionnaires, 1);
    questionnaire->addWidget(m_questionnaireFile);
    auto *questionnaireLabel = new QLabel(tr("調査票(&Q)"), this);
    questionnaireLabel->setBuddy(m_questionnaires);
    form.addRow(questionnaireLabel, questionnaire);
    connect(m_questionnaireFile, &QPushButton::clicked, this, &ImportDialog::chooseQuestionnaireFile);
}

void ImportDialog::makeTop(QVBoxLayout *column)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::l);
    form->setVerticalSpacing(metrics::s);
    const auto workshop = WorkshopRepository(m_context.document).load(m_context.workshop);
    if (m_context.workshop == 0)
        addNewWorkshop(*form);
    else if (workshop)
        form->addRow(tr("研修会"), new QLabel(workshop->title, this));
    if (m_context.workshop == 0 || (workshop && workshop->questionnaire == 0))
        addQuestionnaireChoice(*form);
    m_wave = new SegmentedControl(this);
    m_wave->setObjectName(u"wave"_s);
    m_wave->setItems({waveText(Wave::Before), waveText(Wave::After), waveText(Wave::FollowUp)});
    m_wave->setAccessibleName(tr("いつの回答か"));
    form->addRow(tr("いつの回答か"), m_wave);

    m_pathLabel = new ElidedLabel(tr("まだ選ばれていません"), this);
    m_chooseFile = new QPushButton(tr("ファイルを選ぶ(&F)…"), this);
    m_chooseFile->setObjectName(u"chooseFile"_s);
    m_chooseFolder = new QPushButton(tr("フォルダーを選ぶ(&O)…"), this);
    m_chooseFolder->setObjectName(u"chooseFolder"_s);
    m_chooseFolder->setToolTip(tr("1人1ファイルで返ってきた調査票を、フォルダーごと取り込みます。"));
    auto *source = new QHBoxLayout;
    source->setSpacing(metrics::s);
    source->addWidget(m_pathLabel, 1);
    source->addWidget(m_chooseFile);
    source->addWidget(m_chooseFolder);
    form->addRow(tr("取り込むもの"), source);
    for (int i = 0; i < form->rowCount(); ++i) // in the middle of the field beside it
        form->itemAt(i, QFormLayout::LabelRole)->widget()->setMinimumHeight(metrics::rowHeight);
    column->addLayout(form);
    connect(m_chooseFile, &QPushButton::clicked, this, [this] {
        setSource(m_context.dialogs.openFile(this, tr("回答のファイルを選ぶ"),
                                             tr("回答のファイル (*.xlsx *.csv)")));
    });
    connect(m_chooseFolder, &QPushButton::clicked, this,
            [this] { setSource(m_context.dialogs.openFolder(this, tr("回答のフォルダーを選ぶ"))); });
    m_message = new NoticeBar(this);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    column->addWidget(m_message);
}

void ImportDialog::makeMiddle(QVBoxLayout *column)
{
    auto *head = new QHBoxLayout;
    m_previewNote = secondaryLabel({}, this);
    setParagraph(m_previewNote, tr("見出しごとの読み取り方です。色の付いた列は読み取れなかった列で、使う場"
                                   "合は選んでください。選んだ内容は次回も使われます。"));
    m_resetColumns = new QPushButton(tr("読み取り方を元に戻す"), this);
    m_resetColumns->setEnabled(false);
    makePlain(m_resetColumns);
    connect(m_resetColumns, &QPushButton::clicked, this, [this] {
        m_mappings.clear();
        m_corrected = true;
        relayout();
        showSheet(std::max(0, m_sheets->currentRow()));
        readAgain();
    });
    head->addWidget(m_previewNote, 1);
    head->addWidget(m_resetColumns);
    column->addLayout(head);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::m);
    m_sheets = new QListWidget(this);
    m_sheets->setAccessibleName(tr("ファイルとシート"));
    m_sheets->setMaximumWidth(220);
    m_sheets->hide();
    m_preview = new SheetPreview(this);
    m_preview->setMinimumHeight(170);
    // Tables take the room there is: what they wish for would make a dialog scroll that fits.
    m_preview->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    row->addWidget(m_sheets);
    row->addWidget(m_preview, 1);
    m_drop = secondaryLabel(
        tr("Excel・CSV のファイル、または回答用紙を集めたフォルダーを、ここに重ねて離しても選べます。"),
        this);
    m_drop->setAlignment(Qt::AlignCenter);
    m_drop->setMinimumHeight(120);
    row->addWidget(m_drop, 1);
    column->addLayout(row, 3);
}

void ImportDialog::makeBottom(QVBoxLayout *column)
{
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setFont(scaledFont(this, type::body, true));
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    m_problems = new ProblemModel(this);
    m_problemTable = new QTableView(this);
    m_problemTable->setModel(m_problems);
    m_problemTable->setAccessibleName(tr("読み取れなかったところ"));
    styleTable(m_problemTable, new RowDelegate(m_problemTable));
    m_problemTable->horizontalHeader()->setStretchLastSection(true);
    m_problemTable->setMinimumHeight(90);
    m_problemTable->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_problemTable->hide();
    column->addWidget(m_problemTable, 1);
}

void ImportDialog::makeButtons(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::xl, 0, metrics::xl, 0);
    row->setSpacing(metrics::s);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("読み取りの進み具合"));
    m_progress->hide();
    m_cancelRead = new QPushButton(tr("読み取りを中止"), this);
    m_cancelRead->hide();
    auto *close = new QPushButton(tr("キャンセル"), this);
    m_import = new QPushButton(tr("取り込む(&I)"), this);
    m_import->setObjectName(u"importNow"_s);
    m_import->setDefault(true);
    makePrimary(m_import);
    m_needed = secondaryLabel(tr("研修会の名前を入れると、取り込めます。"), this);
    m_needed->setObjectName(u"needed"_s);
    m_needed->hide();
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancelRead);
    row->addStretch(1);
    row->addWidget(m_needed);
    row->addWidget(close);
    row->addWidget(m_import);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

// A workshop that has a questionnaire keeps it; otherwise one of the built-in ones or of the file is chosen
// here.
void ImportDialog::loadQuestionnaires()
{
    if (!m_questionnaires) {
        WorkshopRepository workshops(m_context.document);
        SurveyRepository survey(m_context.document);
        const Result<Workshop> workshop = workshops.load(m_context.workshop);
        Result<Questionnaire> questionnaire = workshop
                                                  ? survey.questionnaire(workshop->questionnaire)
                                                  : Result<Questionnaire>(std::unexpected(workshop.error()));
        if (!questionnaire)
            return showError(questionnaire.error());
        m_questionnaireId = workshop->questionnaire;
        m_questionnaire = std::move(*questionnaire);
        if (auto mappings = survey.columnMappings(m_questionnaire))
            m_mappings = std::move(*mappings);
        return;
    }
    for (const QString &id : builtInQuestionnaires()) {
        if (const Result<Questionnaire> known = loadQuestionnaire(id))
            m_questionnaires->addItem(known->title, id);
    }
    if (const auto stored = QuestionnaireLibrary(m_context.document).all())
        for (const StoredQuestionnaire &each : *stored)
            if (!each.builtIn)
                m_questionnaires->addItem(
                    each.version > 1 ? tr("%1（第%2版）").arg(each.title).arg(each.version) : each.title,
                    each.id);
    connect(m_questionnaires, &QComboBox::currentIndexChanged, this, &ImportDialog::chooseQuestionnaire);
    if (m_title)
        connect(m_title, &QLineEdit::textChanged, this, &ImportDialog::updateButton);
    chooseQuestionnaire();
}

void ImportDialog::chooseQuestionnaire()
{
    const QVariant source = m_questionnaires->currentData();
    Result<Questionnaire> chosen =
        source.metaType() == QMetaType::fromType<QString>()
            ? loadQuestionnaire(source.toString())
            : SurveyRepository(m_context.document).questionnaire(source.toLongLong());
    if (!chosen)
        return showError(chosen.error());
    m_questionnaire = std::move(*chosen);
    m_mappings.clear();
    m_corrected = false;
    if (m_reader->source())
        sourceOpened();
}

// A questionnaire of one's own joins the list, or nothing changes and the message says what is wrong where.
void ImportDialog::chooseQuestionnaireFile()
{
    const QString path =
        m_context.dialogs.openFile(this, tr("調査票のファイルを選ぶ"), tr("調査票の定義 (*.json)"));
    if (path.isEmpty())
        return;
    const Result<Questionnaire> own = loadQuestionnaire(path);
    if (!own)
        return showError(own.error());
    m_message->hide();
    const int known = m_questionnaires->findData(path);
    const QString title = tr("%1（%2）").arg(own->title, QFileInfo(path).fileName());
    if (known >= 0) { // read anew: the file may have been corrected meanwhile
        m_questionnaires->setItemText(known, title);
        if (known == m_questionnaires->currentIndex())
            return chooseQuestionnaire();
    } else {
        m_questionnaires->addItem(title, path);
    }
    m_questionnaires->setCurrentIndex(known >= 0 ? known : m_questionnaires->count() - 1);
}

} // namespace tane
