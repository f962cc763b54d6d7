#pragma once

#include "issues/cardtext.h"
#include "parts/recordform.h"

class QPushButton;
class QToolButton;

namespace tane {

class CardLinks;
class ChainNews;
class RecordPicker;
class WordChips;
struct PageContext;

/// Everything of one card, each field saved at once: what it says, where it came from and what became of it.
class CardPanel : public QFrame
{
    Q_OBJECT
public:
    explicit CardPanel(PageContext &context, QWidget *parent = nullptr);
    ~CardPanel() override;

    /// What is given stays alive until the next call.
    void showCard(const Registry &registry, const Pipeline &pipeline,
                  const std::vector<WorkshopChoice> &workshops, const IssueCard &card, bool writable);
    void leave(); ///< saves what was typed; no card is shown any more
    [[nodiscard]] qint64 card() const { return m_form.id(); }
    [[nodiscard]] CardLinks *links() const { return m_links; }
    void focusTitle();

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void closed();
    void removeRequested(qint64 card);
    void openRow(const QString &pageId, const QString &table, qint64 row);
    void notice(const tane::Notice &notice);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeHead(QVBoxLayout *column);
    void makeState(QVBoxLayout *column);
    void makeFields(QVBoxLayout *column);
    void makePlaces(FieldGrid *grid, QWidget *parent);
    void makeWho(FieldGrid *grid, QWidget *parent);
    void showChoices(const IssueCard &card);
    void showPerson(const IssueCard &card);
    void takeChainText();
    template<class Member>
    Result<> save(Member IssueCard::*member, const std::type_identity_t<Member> &value, const QString &label);
    void report(const Result<> &result);

    PageContext &m_context;
    RecordForm<IssueCard> m_form;
    const Registry *m_registry = nullptr;
    const Pipeline *m_pipeline = nullptr;
    const std::vector<WorkshopChoice> *m_workshops = nullptr;
    bool m_writable = true;
    SavedText *m_title = nullptr;
    QLabel *m_since = nullptr;
    ChainNews *m_news = nullptr;
    QComboBox *m_stage = nullptr;
    SegmentedControl *m_status = nullptr;
    WordChips *m_scenes = nullptr;
    QComboBox *m_source = nullptr;
    QPushButton *m_person = nullptr;
    QToolButton *m_noPerson = nullptr;
    RecordPicker *m_people = nullptr;
    QPushButton *m_remove = nullptr;
    CardLinks *m_links = nullptr;
};

} // namespace tane
