#pragma once

#include "issues/recurrence.h"
#include "shell/widgets.h"

#include <QSet>

namespace tane {

class Settings;

/// Headings that may mean the same: the program only proposes, the officer says so or not. What she said is
/// different is not proposed again on this computer.
class SimilarCard : public Card
{
    Q_OBJECT
public:
    explicit SimilarCard(Settings &settings, QWidget *parent = nullptr);
    void setBusy(bool busy);
    void show(const std::vector<SimilarHeadings> &pairs, bool writable);
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] const SimilarHeadings &pair(int row) const
    {
        return m_shown.at(static_cast<std::size_t>(row));
    }

Q_SIGNALS:
    void joinRequested(const QString &first, const QString &second);

private:
    void rebuild();
    [[nodiscard]] static QString keyOf(const SimilarHeadings &pair);
    void keepApart(const SimilarHeadings &pair);

    Settings &m_settings;
    std::vector<SimilarHeadings> m_pairs, m_shown;
    QSet<QString> m_apart;
    bool m_writable = true;
    std::vector<QWidget *> m_rows;
    QLabel *m_what = nullptr;
    QVBoxLayout *m_list = nullptr;
    QPushButton *m_again = nullptr;
};

} // namespace tane
