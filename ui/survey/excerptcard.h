#pragma once

#include "shell/widgets.h"
#include "survey/freetext.h"

#include <functional>

class QCheckBox;

namespace tane {

class SavedText;

/// Whether the chosen answer is quoted in the report, and in which words; says where they look like naming
/// somebody.
class ExcerptCard : public Card
{
    Q_OBJECT
public:
    using Save = std::function<Result<>(const QString &)>; ///< an empty text takes the quotation away
    explicit ExcerptCard(Save save, QWidget *parent = nullptr);

    void show(const FreeTexts &texts, const FreeAnswer *answer, bool editable);
    [[nodiscard]] QCheckBox *quoted() const { return m_quoted; }
    [[nodiscard]] SavedText *wording() const { return m_wording; }
    [[nodiscard]] NoticeBar *hint() const { return m_hint; }

Q_SIGNALS:
    void failed(const tane::Error &error);

private:
    Save m_save;
    QCheckBox *m_quoted = nullptr;
    SavedText *m_wording = nullptr;
    NoticeBar *m_hint = nullptr;
    QString m_text; ///< of the answer
    bool m_filling = false;
};

} // namespace tane
