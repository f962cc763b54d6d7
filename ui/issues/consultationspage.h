#pragma once

#include "issues/cardtext.h"
#include "issues/consultation.h"
#include "people/registrypage.h"

class QBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;

namespace tane {

class ConsultationDetails;
class EmptyState;
class GridModel;
class GridView;
class NameHintBar;
class TopicCard;

/// 相談の抜粋: topics at the left, what was asked under one of them, and one of these in full. Excerpts only:
/// the consultations themselves stay with the municipality.
class ConsultationsPage : public RegistryPage
{
    Q_OBJECT
public:
    enum Column { Received, Who, Excerpt, Place, Questions };
    ConsultationsPage(PageContext &context, QWidget *parent);

    /// ("consultation", id), ("consultation_topic", id).
    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exports; }
    [[nodiscard]] GridView *topics() const { return m_topics; }
    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] ConsultationDetails *details() const { return m_details; }
    [[nodiscard]] TopicCard *topicCard() const { return m_topic; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeTopics();
    void makeList();
    void makeColumns();
    void fillTopics();
    void fillList();
    void showTopic();
    void showDetails();
    void addLine();
    void paste();
    void remove();
    void sortSelected();
    void makeCard();
    void linkCard(qint64 card);
    void print(bool thisYear, bool questions);
    [[nodiscard]] qint64 chosenTopic() const;
    [[nodiscard]] const Consultation &at(int row) const { return *m_rows[static_cast<std::size_t>(row)]; }

    Consultations m_all;
    Pipeline m_pipeline;
    std::vector<const Consultation *> m_rows;
    std::vector<std::pair<QString, int>> m_topicRows; ///< heading and count, as listed
    QList<QAction *> m_exports;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QBoxLayout *m_columns = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_paste = nullptr;
    GridModel *m_topicModel = nullptr;
    QWidget *m_topicCard = nullptr;
    GridView *m_topics = nullptr;
    TopicCard *m_topic = nullptr;
    QLineEdit *m_line = nullptr;
    NameHintBar *m_hint = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QPushButton *m_sort = nullptr;
    QPushButton *m_remove = nullptr;
    ConsultationDetails *m_details = nullptr;
};

} // namespace tane
