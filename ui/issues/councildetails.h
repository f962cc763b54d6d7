#pragma once

#include "issues/cardtext.h"
#include "parts/recordform.h"

class QPushButton;

namespace tane {

class GridModel;
class GridView;
class LinkList;
class RecordPicker;

/// How the actions of councils stand on a day.
struct ActionCount
{
    int open = 0, late = 0, done = 0;
};
[[nodiscard]] ActionCount countActions(const std::vector<CouncilAction> &actions, QDate today);

/// Every field of one council: its cards, what was agreed, who does what by when.
class CouncilDetails : public QWidget
{
    Q_OBJECT
public:
    enum Column { Done, What, Who, Due };
    CouncilDetails(Document &document, QWidget *parent);
    /// Null: nothing is chosen.
    void showCouncil(const Registry &registry, const Pipeline &pipeline, const CouncilContent *council,
                     bool writable);
    void leave() { m_form.leave(); }
    [[nodiscard]] qint64 council() const { return m_form.id(); }
    [[nodiscard]] GridView *actions() const { return m_actions; }
    [[nodiscard]] LinkList *cards() const { return m_cards; }
    void focusBody();

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void openRow(const QString &pageId, const QString &table, qint64 row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void report(const Result<> &result);
    void makeFields(QVBoxLayout *column);
    void makeActions(QVBoxLayout *column);
    void makeColumns();
    void addAction();
    void removeAction();
    void toggleDone(const QModelIndex &index);
    [[nodiscard]] const CouncilAction &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    Document &m_document;
    RecordForm<CouncilRecord> m_form;
    const Registry *m_registry = nullptr;
    const Pipeline *m_pipeline = nullptr;
    std::vector<CouncilAction> m_rows;
    QLabel *m_prompt = nullptr;
    QWidget *m_fields = nullptr;
    SavedLine *m_body = nullptr;
    LinkList *m_cards = nullptr;
    RecordPicker *m_picker = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_actions = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_addAction = nullptr;
    QPushButton *m_removeAction = nullptr;
};

} // namespace tane
