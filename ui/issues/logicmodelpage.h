#pragma once

#include "issues/logicmodel.h"
#include "parts/recordform.h"
#include "people/registrypage.h"

class QBoxLayout;
class QComboBox;
class QPushButton;

namespace tane {

class EmptyState;
class LogicTable;
class PageView;
class PaperPages;

/// 施策ロジックモデル: edited as a table, drawn from left to right beside it.
class LogicModelPage : public RegistryPage
{
    Q_OBJECT
public:
    LogicModelPage(PageContext &context, QWidget *parent);

    /// ("logic_model", id), ("logic_node", id).
    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exports; }

    [[nodiscard]] QComboBox *models() const { return m_models; }
    [[nodiscard]] LogicTable *table() const { return m_table; }
    [[nodiscard]] PageView *drawing() const { return m_drawing; }
    [[nodiscard]] const LogicContent &content() const { return m_content; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHeader();
    void makeExports();
    void makeTable();
    void makeDrawing();
    [[nodiscard]] qint64 model() const;
    void load();
    [[nodiscard]] Result<PaperPages> draw();
    void showFigure();
    void enlarge(bool on);
    void add();
    void remove();
    void print();
    void exportPicture(bool svg);

    LogicContent m_content;
    RecordForm<LogicModel> m_form;
    EmptyState *m_empty = nullptr;
    QWidget *m_body = nullptr;
    QBoxLayout *m_columns = nullptr;
    QComboBox *m_models = nullptr;
    LogicTable *m_table = nullptr;
    PageView *m_drawing = nullptr;
    QWidget *m_tableCard = nullptr;
    QPushButton *m_enlarge = nullptr;
    int m_figureWidth = 0; ///< pixels it was laid out for
    QPushButton *m_remove = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_add = nullptr;
    SavedLine *m_title = nullptr;
    QList<QAction *> m_exports;
};

} // namespace tane
