#pragma once

#include "issues/scenario.h"
#include "parts/gridview.h"
#include "people/registrypage.h"

class QBoxLayout;
class QPushButton;
class QLabel;

namespace tane {

class ColumnScroll;
class Card;
class EmptyState;
class ScenarioEditor;

/// 課題解決シナリオ: from an issue to measures and what is expected of them, in five questions.
class ScenarioPage : public RegistryPage
{
    Q_OBJECT
public:
    enum Column { Theme, Place, WrittenOn };

    ScenarioPage(PageContext &context, QWidget *parent);

    /// ("scenario", id), or ("issue_card", id): the scenario of that issue; it is begun when there is none.
    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exports; }

    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] ScenarioEditor *editor() const { return m_editor; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeList();
    void makeEditor();
    [[nodiscard]] const Scenario *current() const;
    void showCurrent();
    void showGaps(const Scenario *scenario);
    void begin(const Scenario &scenario);
    bool revealCard(qint64 card);
    void remove();
    void print(bool blank);

    std::vector<Scenario> m_scenarios;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QBoxLayout *m_columns = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    ScenarioEditor *m_editor = nullptr;
    ColumnScroll *m_scroll = nullptr;
    Card *m_gapsCard = nullptr;
    QLabel *m_gaps = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_add = nullptr;
    QList<QAction *> m_exports;
};

} // namespace tane
