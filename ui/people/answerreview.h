#pragma once

#include "people/answerauthors.h"
#include "people/peoplelinks.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tane {

class Card;
struct Notice;
struct PageContext;

/// Whose answers they are: what is certain is joined with one click, the rest is decided one by one, and who
/// is not in the register yet can be added.
class AnswerReview : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerReview(PageContext &context, QWidget *parent = nullptr);
    /// `registry` must outlive what is shown.
    Result<> show(const Registry &registry);
    [[nodiscard]] int certainCount() const { return static_cast<int>(m_certain.size()); }
    [[nodiscard]] int openCount() const { return m_open; }

Q_SIGNALS:
    void closed();
    void notice(const tane::Notice &notice);

private:
    /// An answer with what it says and whose it may be.
    struct Answer
    {
        AnswerAuthor author;
        ResponseMatch match;
        qint64 workshop = 0;
    };
    Card *makeCard(const QString &name);
    void clearRows();
    void addRow(QVBoxLayout *rows, const Answer &answer);
    void choosePerson(QWidget *row, qint64 response);
    void join(const std::vector<ResponseMatch> &links, const QString &done);
    void add(const std::vector<Answer> &answers);
    void finish(const Result<> &result, const QString &done);
    [[nodiscard]] QString whoWrote(const AnswerAuthor &author) const;

    PageContext &m_context;
    const Registry *m_registry = nullptr;
    std::vector<Answer> m_certain, m_proposed, m_unknown;
    int m_open = 0;
    QLabel *m_summary = nullptr;
    QPushButton *m_joinAll = nullptr;
    Card *m_proposedCard = nullptr;
    Card *m_unknownCard = nullptr;
    QPushButton *m_addAll = nullptr;
    QVBoxLayout *m_proposedRows = nullptr;
    QVBoxLayout *m_unknownRows = nullptr;
};

} // namespace tane
