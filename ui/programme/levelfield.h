#pragma once

#include "programme/plan.h"

#include <QWidget>

class QLabel;

namespace tane {

class SavedLine;

/// The level that stands beside a cell of the plan, written as officers write it ("level-1前", "0～1"). Below
/// it stands how it was understood; what is not understood is refused.
class LevelField : public QWidget
{
    Q_OBJECT
public:
    LevelField(Document &document, qint64 targetGroup, PlanField field, const QString &name, QWidget *parent);

    /// For the page's refresh: what is stored now.
    void setValue(const LevelRange &range);
    void setReadOnly(bool readOnly);
    [[nodiscard]] SavedLine *line() const { return m_line; }
    /// "level 1-1～1-2 として扱います"; empty when what was written says it already.
    [[nodiscard]] QString understood() const;

private:
    [[nodiscard]] Result<> store(const QString &text);

    Document &m_document;
    qint64 m_targetGroup;
    PlanField m_field;
    SavedLine *m_line = nullptr;
    QLabel *m_understood = nullptr;
};

} // namespace tane
