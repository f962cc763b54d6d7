#pragma once

#include "issues/cardtext.h"
#include "issues/linklist.h"

class QComboBox;
class QLabel;
class QMenu;
class QVBoxLayout;

namespace tane {

class RecordPicker;
struct Notice;
struct PageContext;

/// Where a card came from and what became of it: other cards, the very notes and consultations, councils,
/// messages and scenarios, and what later workshops say of it.
class CardLinks : public QWidget
{
    Q_OBJECT
public:
    CardLinks(PageContext &context, QWidget *parent);
    void show(const Registry &registry, const Pipeline &pipeline,
              const std::vector<WorkshopChoice> &workshops, const IssueCard &card, bool writable);
    [[nodiscard]] LinkList *origins() const { return m_origins; }
    [[nodiscard]] LinkList *results() const { return m_results; }
    [[nodiscard]] LinkList *councils() const { return m_councils; }
    [[nodiscard]] LinkList *sheets() const { return m_sheets; }
    [[nodiscard]] LinkList *reviews() const { return m_reviews; }
    [[nodiscard]] QMenu *councilMenu() const { return m_councilMenu; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void openRow(const QString &pageId, const QString &table, qint64 row);
    void notice(const tane::Notice &notice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool report(const Result<> &result);
    template<class T>
    bool report(const Result<T> &result)
    {
        return report(result ? Result<>() : Result<>(std::unexpected(result.error())));
    }
    LinkList *addSection(const QString &title, const QString &name, const QString &empty);
    RecordPicker *addPicker(const QString &name, const QString &placeholder, bool asOrigin);
    void makeReviews();
    void showOrigins(const Pipeline &pipeline);
    void showResults(const Pipeline &pipeline);
    void showCouncils(const Pipeline &pipeline);
    void showSheets();
    void showReviews(const Pipeline &pipeline);
    void remove(const LinkList::Item &item);
    void presentAt(qint64 council);
    void writeMessage();
    void writeScenario();
    void review(int outcome);

    PageContext &m_context;
    const Registry *m_registry = nullptr;
    const Pipeline *m_pipeline = nullptr;
    const std::vector<WorkshopChoice> *m_workshops = nullptr;
    IssueCard m_card;
    bool m_writable = true;
    QVBoxLayout *m_column = nullptr;
    LinkList *m_origins = nullptr;
    LinkList *m_results = nullptr;
    LinkList *m_councils = nullptr;
    LinkList *m_sheets = nullptr;
    LinkList *m_reviews = nullptr;
    RecordPicker *m_origin = nullptr;
    RecordPicker *m_result = nullptr;
    QMenu *m_councilMenu = nullptr;
    QComboBox *m_workshop = nullptr;
    std::vector<QPushButton *> m_buttons;
};

} // namespace tane
