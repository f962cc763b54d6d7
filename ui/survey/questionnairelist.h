#pragma once

#include "survey/questionnairelibrary.h"

#include <QListWidget>

namespace tane {

/// The questionnaires of the file, and the built-in ones that are not in it yet.
class QuestionnaireList : public QListWidget
{
    Q_OBJECT
public:
    explicit QuestionnaireList(QWidget *parent = nullptr);

    /// `assigned`: the one the workshop asks; `id`, or `builtIn` when that is 0: the one to be current.
    void show(const std::vector<StoredQuestionnaire> &stored, qint64 assigned, qint64 id,
              const QString &builtIn);

Q_SIGNALS:
    /// By hand. `id` is 0 for a built-in one that is not in the file.
    void chosen(qint64 id, const QString &builtIn);

private:
    bool m_filling = false;
};

} // namespace tane
