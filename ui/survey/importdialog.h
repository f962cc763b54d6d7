#pragma once

#include "survey/answerimport.h"
#include "survey/surveyrepository.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableView;
class QTimer;
class QVBoxLayout;

namespace tane {

class ElidedLabel;
class NoticeBar;
class ProblemModel;
class SegmentedControl;
class SheetPreview;
struct PageContext;

/// Reads a file or folder of answers, shows how it was understood before anything is stored, and stores it.
/// For the first import it also asks which workshop and which questionnaire the answers belong to.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(PageContext &context, Wave wave, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// A .xlsx or .csv file, or a folder of them.
    void setSource(const QString &path);
    [[nodiscard]] QPushButton *importButton() const { return m_import; }
    [[nodiscard]] SheetPreview *preview() const { return m_preview; }

    void reject() override;

Q_SIGNALS:
    /// After the answers are stored; `workshop` may have been made for them.
    void imported(qint64 workshop, const QString &summary);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addNewWorkshop(QFormLayout &form);
    void addQuestionnaireChoice(QFormLayout &form);
    void makeTop(QVBoxLayout *column);
    void makeMiddle(QVBoxLayout *column);
    void makeBottom(QVBoxLayout *column);
    void makeButtons(QVBoxLayout *column);
    void connectReader();
    void loadQuestionnaires();
    void chooseQuestionnaire();
    void chooseQuestionnaireFile();
    void showSource(bool shown);

    void sourceOpened();
    void relayout();
    void showSheet(int index);
    void correct(const QString &head, const ColumnMeaning &meaning);
    void readAgain();
    void showAnswers();
    void showSummary();
    void warnOfRepeat();
    void showBusy(bool busy);
    void showError(const Error &error);
    void updateButton();
    void importNow();
    [[nodiscard]] Result<> storeAnswers(const ReadAnswers &answers);
    [[nodiscard]] Result<qint64> ensureWorkshop();
    [[nodiscard]] Wave wave() const;
    [[nodiscard]] QString sourceName() const;

    PageContext &m_context;
    Questionnaire m_questionnaire;
    qint64 m_questionnaireId = 0;
    ColumnMappings m_mappings;
    bool m_corrected = false;
    QString m_path;
    std::vector<SheetLayout> m_layouts;

    QLineEdit *m_title = nullptr;
    QDateEdit *m_date = nullptr;
    QCheckBox *m_dateOpen = nullptr;
    QComboBox *m_questionnaires = nullptr;
    QPushButton *m_questionnaireFile = nullptr;
    SegmentedControl *m_wave = nullptr;
    ElidedLabel *m_pathLabel = nullptr;
    QPushButton *m_chooseFile = nullptr;
    QPushButton *m_chooseFolder = nullptr;
    NoticeBar *m_message = nullptr;
    QListWidget *m_sheets = nullptr;
    SheetPreview *m_preview = nullptr;
    QLabel *m_previewNote = nullptr;
    QPushButton *m_resetColumns = nullptr;
    QLabel *m_drop = nullptr; ///< in the place of the preview until there is one
    QLabel *m_summary = nullptr;
    QLabel *m_needed = nullptr;
    QTableView *m_problemTable = nullptr;
    ProblemModel *m_problems = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancelRead = nullptr;
    QPushButton *m_import = nullptr;
    AnswerImport *m_reader = nullptr;
};

} // namespace tane
