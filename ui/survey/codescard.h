#pragma once

#include "shell/widgets.h"
#include "survey/freetext.h"

class QTableWidget;

namespace tane {

/// The list of codes with their keys 1–9: ticked are those of the chosen answer. Names are changed in place.
class CodesCard : public Card
{
    Q_OBJECT
public:
    explicit CodesCard(QWidget *parent = nullptr);

    /// The codes offered for the question of `answer`, or for `question` when there is no answer.
    void show(const FreeTexts &texts, const QString &question, const FreeAnswer *answer, bool editable);
    [[nodiscard]] QTableWidget *table() const { return m_table; }
    /// The code behind a key (0 for 1); 0 when there is none.
    [[nodiscard]] qint64 codeAt(int index) const;

Q_SIGNALS:
    void toggled(qint64 code, bool on);
    void renamed(qint64 code, const QString &name);
    void added();
    void examplesWanted();
    void removed(qint64 code);
    void moved(qint64 code, int by);

private:
    [[nodiscard]] qint64 current() const;
    void changed(int row, int column);

    QTableWidget *m_table = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_examples = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_remove = nullptr;
    std::vector<TextCode> m_codes;
    bool m_filling = false;
};

} // namespace tane
