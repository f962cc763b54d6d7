#include "programme/questionnairefield.h"

#include "shell/page.h"
#include "shell/theme.h"
#include "survey/surveyrepository.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tane {

QuestionnaireField::QuestionnaireField(Document &document, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_dialogs(dialogs)
    , m_box(new QComboBox(this))
    , m_file(new QPushButton(tr("ファイルから…"), this))
    , m_note(new QLabel(this))
{
    m_box->setObjectName(u"questionnaire"_s);
    m_box->setAccessibleName(tr("調査票"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(12);
    m_file->setToolTip(tr("ご自分で作った調査票の定義（JSON ファイル）を使います。"));
    m_note->setWordWrap(true);
    m_note->setProperty("tone", u"secondary"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addWidget(m_box, 1);
    row->addWidget(m_file);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    column->addLayout(row);
    column->addWidget(m_note);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, &QuestionnaireField::choose);
    connect(m_file, &QPushButton::clicked, this, &QuestionnaireField::chooseFile);
}

void QuestionnaireField::show(const Workshop &workshop, bool isWritable)
{
    m_workshop = workshop;
    const QSignalBlocker blocker(m_box);
    SurveyRepository survey(m_document);
    m_box->clear();
    m_box->addItem(tr("未定"), QString());
    int current = 0;
    for (const QString &id : builtInQuestionnaires()) {
        const Result<Questionnaire> known = loadQuestionnaire(id);
        if (!known)
            continue;
        m_box->addItem(known->title, id);
        const auto stored = survey.findQuestionnaire(*known);
        if (workshop.questionnaire != 0 && stored && *stored == workshop.questionnaire)
            current = m_box->count() - 1;
    }
    if (workshop.questionnaire != 0 && current == 0) { // the officer's own, or an earlier version
        if (const auto own = survey.questionnaire(workshop.questionnaire)) {
            m_box->addItem(own->title);
            current = m_box->count() - 1;
        }
    }
    m_box->setCurrentIndex(current);
    const auto imports = survey.imports(workshop.id);
    const bool answered = imports && !imports->empty();
    m_box->setEnabled(isWritable && !answered);
    m_file->setEnabled(isWritable && !answered);
    m_note->setText(answered
                        ? tr("回答を取り込んだため、調査票は変えられません。")
                        : tr("研修前と研修後に同じ設問でたずねます。選ぶと、目標を測る設問を結べます。"));
}

void QuestionnaireField::choose()
{
    // The officer's own, which is chosen already, has no id.
    if (const QVariant id = m_box->currentData(); id.isValid())
        store(id.toString());
}

void QuestionnaireField::chooseFile()
{
    const QString path = m_dialogs.openFile(this, tr("調査票のファイルを選ぶ"), tr("調査票の定義 (*.json)"));
    if (!path.isEmpty())
        store(path);
}

void QuestionnaireField::store(const QString &idOrFile)
{
    const auto stored = m_document.perform(tr("調査票の選択"), [&](Database &) -> Result<> {
        TANE_TRY(Workshop changed, RecordTable<Workshop>(m_document).load(m_workshop.id));
        changed.questionnaire = 0;
        if (!idOrFile.isEmpty()) {
            TANE_TRY(const Questionnaire chosen, loadQuestionnaire(idOrFile));
            TANE_TRY(changed.questionnaire, SurveyRepository(m_document).addQuestionnaire(chosen));
        }
        return RecordTable<Workshop>(m_document).update(changed, tr("調査票の選択"));
    });
    if (!stored) {
        show(m_workshop, true);
        Q_EMIT failed(stored.error());
    }
}

} // namespace tane
