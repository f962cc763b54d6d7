#include "programme/levelfield.h"

#include "shell/editors/savedline.h"
#include "shell/widgets.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// Without what does not change the meaning: "level 1-1～" and "Ｌｅｖｅｌ1-1～" say the same.
QString bare(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_KC).toLower();
    return plain.remove(u' ');
}

} // namespace

LevelField::LevelField(Document &document, qint64 targetGroup, PlanField field, const QString &name,
                       QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_targetGroup(targetGroup)
    , m_field(field)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_line = new SavedLine(
        name, [this](const QString &text) { return store(text); }, this);
    m_line->setPlaceholder(tr("想定レベル（例：level 0～1）"));
    m_line->edit()->setToolTip(tr("0：一人ひとりの相談に対応し、市町村に報告する\n"
                                  "1-1：相談などから地域課題のタネに気づき、市町村と共有する\n"
                                  "1-2：市町村と一緒に、タネと原因の見立てを確かめて深める\n"
                                  "2-1：整理したことを協議の場に示し、話し合いを促す\n"
                                  "2-2：関係者の合意をつくり、自らも解決に動く"));
    m_understood = secondaryLabel({}, this);
    m_understood->setWordWrap(true);
    m_understood->hide();
    column->addWidget(m_line);
    column->addWidget(m_understood);
    setFocusProxy(m_line);
}

Result<> LevelField::store(const QString &text)
{
    if (text.isEmpty())
        return setPlanLevel(m_document, m_targetGroup, m_field, {});
    const std::optional<LevelRange> range = LevelRange::parse(text);
    if (!range)
        return fail(ErrorCode::BadFormat,
                    tr("あるのは 0、1-1、1-2、2-1、2-2 です（1は1-1～1-2、2は2-1～2-2）。例：level 0～1"));
    return setPlanLevel(m_document, m_targetGroup, m_field, *range);
}

void LevelField::setValue(const LevelRange &range)
{
    m_line->setValue(range.toString());
    LevelRange meant = range;
    meant.text.clear();
    const QString plain = meant.toString();
    const bool says = !plain.isEmpty() && bare(plain) != bare(range.toString());
    m_understood->setText(says ? tr("%1 として扱います").arg(plain) : QString());
    m_understood->setVisible(says);
}

void LevelField::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QString LevelField::understood() const
{
    return m_understood->text();
}

} // namespace tane
