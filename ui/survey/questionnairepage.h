#pragma once

#include "programme/steppage.h"
#include "survey/questionnaireedit.h"
#include "survey/questionnairelibrary.h"

class QAction;
class QLabel;
class QPushButton;
class QScrollArea;

namespace tane {

class Card;
class NoticeBar;
class QuestionnaireDetails;
class QuestionnaireList;
class QuestionnairePreview;
class QuestionnaireTree;
class SavedLine;
class SavedText;

/// アンケートの編集: the questionnaires of the file and the built-in ones, their sets and items, and how it
/// looks to who answers. What was answered is never changed: a new version is.
class QuestionnairePage : public StepPage
{
    Q_OBJECT
public:
    explicit QuestionnairePage(PageContext &context, QWidget *parent = nullptr);

    /// ("questionnaire", id).
    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] const Questionnaire &questionnaire() const { return m_shown; }
    [[nodiscard]] qint64 stored() const { return m_id; } ///< 0: a built-in one that is not in the file
    [[nodiscard]] QuestionnaireList *list() const { return m_list; }
    [[nodiscard]] QuestionnaireTree *tree() const { return m_tree; }
    [[nodiscard]] QuestionnaireDetails *details() const { return m_details; }
    [[nodiscard]] QuestionnairePreview *preview() const { return m_preview; }

protected:
    void fill() override;

private:
    void makeHeader();
    QWidget *makeList();
    QWidget *makeEditor();
    void makeItemButtons(class QVBoxLayout *column);
    void showChosen();
    void showState();
    void showChanges();
    void choose(qint64 id, const QString &builtIn = {});
    void choosePlace(ItemPlace place);

    // Changes of the questionnaire shown.
    Result<> change(const QString &label, const std::function<void(Questionnaire &)> &change);
    void changePlace(const QString &label, const std::function<ItemPlace(Questionnaire &)> &change);
    [[nodiscard]] const Questionnaire *former() const { return m_former ? &*m_former : nullptr; }

    // What is done to whole questionnaires: questionnaireactions.cpp.
    void add(const Questionnaire &questionnaire, const QString &label);
    void addEmpty();
    void addCopy();
    void addVersion();
    void addFollowUpItems();
    void importFile();
    void exportFile();
    void removeShown();
    void assign();
    void printForm();
    void saveBlank();
    void saveEach(bool withNames);

    std::vector<StoredQuestionnaire> m_all;
    Questionnaire m_shown;
    std::optional<StoredQuestionnaire> m_stored;
    std::optional<Questionnaire> m_former; ///< the answered version this one follows
    qint64 m_id = 0;
    QString m_builtIn;
    qint64 m_assigned = 0; ///< of the workshop
    ItemPlace m_place;
    bool m_editable = false;

    QPushButton *m_new = nullptr;
    QPushButton *m_output = nullptr;
    QPushButton *m_assign = nullptr;
    QList<QAction *> m_formActions;
    QAction *m_removeAction = nullptr;
    QAction *m_followUpAction = nullptr;
    NoticeBar *m_state = nullptr;
    QuestionnaireList *m_list = nullptr;
    SavedLine *m_title = nullptr;
    SavedText *m_lead = nullptr;
    QuestionnaireTree *m_tree = nullptr;
    QuestionnaireDetails *m_details = nullptr;
    QuestionnairePreview *m_preview = nullptr;
    Card *m_changes = nullptr;
    QScrollArea *m_changeArea = nullptr;
    QLabel *m_changeList = nullptr;
    QList<QPushButton *> m_itemButtons;
    QPushButton *m_renumber = nullptr;
};

} // namespace tane
