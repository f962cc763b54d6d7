#pragma once

#include "base/error.h"

#include <QStringList>
#include <QWidget>

#include <functional>

class QComboBox;

namespace tane {

class FlowLayout;

/// Some words out of a list, or one's own: each as a chip that can be taken away. Saves itself.
class WordChips : public QWidget
{
    Q_OBJECT
public:
    using Save = std::function<Result<>(const QStringList &)>;
    /// `name`: "立場". `save` is told all words; its error is given to `report`.
    WordChips(const QString &name, Save save, std::function<void(const Result<> &)> report,
              QWidget *parent = nullptr);
    void setWords(const QStringList &words);
    void setSuggestions(const QStringList &words);
    void setReadOnly(bool readOnly);
    [[nodiscard]] QStringList words() const { return m_words; }
    [[nodiscard]] QComboBox *box() const { return m_add; }

private:
    void rebuild();
    void add(const QString &word);
    void store(const QStringList &words);

    QString m_name;
    Save m_save;
    std::function<void(const Result<> &)> m_report;
    QStringList m_words, m_suggestions;
    bool m_readOnly = false;
    FlowLayout *m_flow = nullptr;
    QList<QWidget *> m_chips;
    QComboBox *m_add = nullptr;
};

} // namespace tane
