#include "programme/questionnairefield.h"

#include "shell/page.h"
#include "shell/theme.h"
#include "survey/questionnairelibrary.h"
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
    const auto stored = QuestionnaireLibrary(m_document).all();
    m_box->clear();
    m_box->addItem(tr("未定"));
    int current = 0;
    QStringList known;
    for (const StoredQuestionnaire &each : stored ? *stored : std::vector<StoredQuestionnaire>()) {
        if (each.builtIn)
            known << each.code;
        m_box->addItem(each.version > 1 ? tr("%1（第%2版）").arg(each.title).arg(each.version) : each.title,
                       each.id);
        if (each.id == workshop.questionnaire)
            current = m_box->count() - 1;
    }
    for (const QString &code : builtInQuestionnaires())
        if (const auto builtIn = loadQuestionnaire(code); builtIn && !known.contains(code))
            m_box->addItem(builtIn->title, code);
    m_box->setCurrentIndex(current);
    const auto imports = SurveyRepository(m_document).imports(workshop.id);
    const bool answered = imports && !imports->empty();
    m_box->setEnabled(isWritable && !answered);
    m_file->setEnabled(isWritable && !answered);
    m_note->setText(
        answered ? tr("回答があるため、ここでは変えられません。［アンケートの編集］で新しい版を作れます。")
                 : tr("研修前と研修後に同じ設問でたずねます。選ぶと、目標を測る設問を結べます。"));
}

void QuestionnaireField::choose()
{
    const QVariant chosen = m_box->currentData();
    if (chosen.metaType() == QMetaType::fromType<QString>())
        return use(chosen.toString());
    assign([id = chosen.toLongLong()]() -> Result<qint64> { return id; });
}

void QuestionnaireField::chooseFile()
{
    const QString path = m_dialogs.openFile(this, tr("調査票のファイルを選ぶ"), tr("調査票の定義 (*.json)"));
    if (!path.isEmpty())
        use(path);
}

/// One that may not be in the file yet.
void QuestionnaireField::use(const QString &idOrFile)
{
    assign([&]() -> Result<qint64> {
        TANE_TRY(const Questionnaire chosen, loadQuestionnaire(idOrFile));
        return SurveyRepository(m_document).addQuestionnaire(chosen);
    });
}

void QuestionnaireField::assign(const std::function<Result<qint64>()> &questionnaire)
{
    const auto stored = m_document.perform(tr("調査票の選択"), [&](Database &) -> Result<> {
        TANE_TRY(const qint64 id, questionnaire());
        return QuestionnaireLibrary(m_document).assign(m_workshop.id, id);
    });
    if (!stored) {
        show(m_workshop, true);
        Q_EMIT failed(stored.error());
    }
}

} // namespace tane
