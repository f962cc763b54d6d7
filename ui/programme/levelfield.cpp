#include "programme/levelfield.h"

#include "shell/editors/savedline.h"
#include "shell/widgets.h"

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
                    tr("レベルとして読み取れません。「level-1前」「level 0～1」「～level1-2」のように、"
                       "0、1-1、1-2、2-1、2-2 で書いてください。"));
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
