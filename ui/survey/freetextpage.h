#pragma once

#include "shell/scrollpage.h"
#include "survey/freetext.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace tane {

class ChartCard;
class CodesCard;
class EmptyState;
class ExcerptCard;
class FreeTextModel;
struct FreeTextFilter;

/// 自由記述: what people wrote, sorted by codes and chosen for the report.
class FreeTextPage : public ScrollPage
{
    Q_OBJECT
public:
    explicit FreeTextPage(PageContext &context, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exportActions; }

    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] FreeTextModel *model() const { return m_model; }
    [[nodiscard]] CodesCard *codes() const { return m_codes; }
    [[nodiscard]] ExcerptCard *excerpt() const { return m_excerpt; }
    [[nodiscard]] ChartCard *chart() const { return m_chart; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeFilters();
    void makeBody();
    void connectCards();
    void findWorkshop();
    void fillFilters();
    void showList();
    void showAnswer();
    void showChart();
    void toggle(qint64 code, bool on);
    void addCode();
    void addExamples();
    void write(bool external);
    [[nodiscard]] FreeTextFilter filter() const;
    [[nodiscard]] const FreeAnswer *current() const;

    FreeTexts m_texts;
    QPushButton *m_export = nullptr;
    QList<QAction *> m_exportActions;
    QWidget *m_controls = nullptr;
    QComboBox *m_question = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_state = nullptr;
    QWidget *m_content = nullptr;
    QBoxLayout *m_columns = nullptr;
    QListView *m_list = nullptr;
    FreeTextModel *m_model = nullptr;
    QLabel *m_shown = nullptr;
    CodesCard *m_codes = nullptr;
    ExcerptCard *m_excerpt = nullptr;
    ChartCard *m_chart = nullptr;
    EmptyState *m_empty = nullptr;
    qint64 m_response = 0, m_item = 0; ///< the answer that is chosen
    bool m_filling = false;
};

} // namespace tane
