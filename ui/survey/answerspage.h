#pragma once

#include "survey/surveypage.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace tane {

class Card;
class EmptyState;
class ImportDialog;
class ProblemModel;
class WaveCard;

/// アンケートの回答: what was read in for both waves, what could not be understood, and the way to read more.
class AnswersPage : public SurveyPage
{
    Q_OBJECT
public:
    explicit AnswersPage(PageContext &context, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString badge() const override;
    /// Opens the import dialog, with a file or folder already chosen when `path` is given.
    ImportDialog *openImport(const QString &path = {});
    [[nodiscard]] QPushButton *importButton() const { return m_import; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeBody();
    void removeImport(const ImportInfo &info);
    void showProblems(const ImportInfo &info);
    void showNextStep();

    QPushButton *m_import = nullptr;
    QPushButton *m_paper = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QBoxLayout *m_waves = nullptr;
    WaveCard *m_before = nullptr;
    WaveCard *m_after = nullptr;
    WaveCard *m_followUp = nullptr; ///< only where there are such answers
    Card *m_next = nullptr;
    QLabel *m_nextText = nullptr;
    QPushButton *m_nextButton = nullptr;
    QString m_nextPage;
    Card *m_problemCard = nullptr;
    QTableView *m_problemTable = nullptr;
    ProblemModel *m_problems = nullptr;
    qint64 m_shownProblems = 0; ///< import whose problems are listed
    int m_people = 0;
};

} // namespace tane
