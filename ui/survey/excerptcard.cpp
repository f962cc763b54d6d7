#include "survey/excerptcard.h"

#include "issues/namehint.h"
#include "shell/editors/savedtext.h"

#include <QCheckBox>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

ExcerptCard::ExcerptCard(Save save, QWidget *parent)
    : Card(tr("報告書への引用"), parent)
    , m_save(std::move(save))
{
    m_quoted = new QCheckBox(tr("選んだ回答を引用する"), this);
    m_quoted->setObjectName(u"quoted"_s);
    m_wording = new SavedText(
        tr("引用する文"), [this](const QString &text) { return m_save(text); }, this);
    m_wording->setObjectName(u"wording"_s);
    m_hint = new NoticeBar(this);
    m_hint->setObjectName(u"nameHint"_s);
    m_hint->hide();
    auto *note = secondaryLabel({}, this);
    setParagraph(note, tr("言葉を整えても、元の回答は変わりません。氏名は引用にもファイルにも載りません。"));
    body()->addWidget(m_quoted);
    body()->addWidget(m_wording);
    body()->addWidget(m_hint);
    body()->addWidget(note);
    connect(m_quoted, &QCheckBox::toggled, this, [this](bool on) {
        if (m_filling)
            return;
        if (const Result<> saved = m_save(on ? m_text : QString()); !saved)
            Q_EMIT failed(saved.error());
    });
}

void ExcerptCard::show(const FreeTexts &texts, const FreeAnswer *answer, bool editable)
{
    const QScopedValueRollback filling(m_filling, true);
    const TextExcerpt *excerpt = answer ? texts.excerptOf(*answer) : nullptr;
    m_text = answer ? answer->text : QString();
    m_quoted->setChecked(excerpt != nullptr);
    m_quoted->setEnabled(answer && editable);
    m_wording->setVisible(excerpt != nullptr);
    m_wording->setReadOnly(!editable);
    if (excerpt)
        m_wording->setValue(excerpt->text);
    const QString hint = excerpt ? nameHintText(excerpt->text) : QString();
    if (hint.isEmpty())
        m_hint->hide();
    else
        m_hint->show({Notice::Kind::Hint, hint}, false);
}

} // namespace tane
