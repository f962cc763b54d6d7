#pragma once

#include "issues/cardtext.h"
#include "shell/editors/refused.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tane {

class GridModel;
class GridView;
class NoticeBar;
struct PageContext;

/// After a workshop: the issues that are open, each to be ticked as solved or as still coming up.
class ReviewDialog : public QDialog, public DraftHolder
{
    Q_OBJECT
public:
    /// `cards`: as the page filters them; those that are open and were noted before the workshop are asked
    /// about.
    ReviewDialog(PageContext &context, const Registry &registry, const Pipeline &pipeline,
                 std::vector<WorkshopChoice> workshops, const std::vector<const IssueCard *> &cards,
                 QWidget *parent);
    [[nodiscard]] QString unsavedDraft() const override;
    [[nodiscard]] GridView *table() const { return m_table; }
    enum Column { Remains, Solved, Title, Stage, About, Last };

Q_SIGNALS:
    void recorded(const QString &summary);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTable();
    void fill();
    void sayWhatIsListed();
    void update();
    void mark(const std::vector<qint64> &cards, std::optional<IssueReview::Outcome> outcome);
    void toggle(const QModelIndex &index);
    void store();
    [[nodiscard]] const WorkshopChoice *workshop() const;

    PageContext &m_context;
    std::vector<WorkshopChoice> m_workshops;
    struct Known
    {
        qint64 card = 0;
        QDate notedOn;
        QString stage, title, about, last, folded;
    };
    [[nodiscard]] static bool isBefore(const Known &card, const WorkshopChoice *held);
    [[nodiscard]] qint64 bestWorkshop() const;
    [[nodiscard]] const Known &at(int row) const { return m_cards[static_cast<std::size_t>(row)]; }
    std::vector<Known> m_cards;
    QHash<qint64, IssueReview::Outcome> m_marks; ///< of this workshop, by card
    QComboBox *m_workshop = nullptr;
    QLineEdit *m_text = nullptr;
    QLabel *m_listed = nullptr;
    QLabel *m_count = nullptr;
    NoticeBar *m_message = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QPushButton *m_store = nullptr;
};

} // namespace tane
