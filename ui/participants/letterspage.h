#pragma once

#include "paper/paperpages.h"
#include "participants/lettersoutput.h"
#include "programme/steppage.h"

#include <memory>

class QBoxLayout;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace tane {

class Card;
class FileNotice;
class LetterFieldsForm;
class LetterList;
class NoticeBar;
class PageView;
class PreviewDialog;
class SegmentedControl;

/// 案内・通知: the letters and lists around a workshop. At the left what there is and how far it is, beside
/// it the fields and to whom it goes, at the right the page as it will be printed.
class LettersPage : public StepPage
{
    Q_OBJECT
public:
    explicit LettersPage(PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QList<QAction *> exportActions() const override { return m_actions; }

    [[nodiscard]] LetterList *kinds() const { return m_kinds; }
    [[nodiscard]] LetterFieldsForm *fields() const { return m_fields; }
    [[nodiscard]] QListWidget *recipients() const { return m_recipients; }
    [[nodiscard]] SegmentedControl *scope() const { return m_scope; }
    [[nodiscard]] QListWidget *texts() const { return m_texts; }
    [[nodiscard]] PageView *preview() const { return m_preview; }
    /// Opens the print preview of what the scope says; null when it could not.
    PreviewDialog *print();

protected:
    void fill() override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeKinds(QBoxLayout *row);
    void makeFields(QBoxLayout *row);
    void makeRecipients(QBoxLayout *column);
    void makeTexts(QBoxLayout *column);
    void makePreview(QBoxLayout *row);
    void makeButtons(QBoxLayout *column);
    void chooseKind(const QString &code);
    void showStates();
    void showFields();
    void showRecipients();
    void showScope();
    void showLetter();
    void recipientToggled(QListWidgetItem *item);
    void chooseAll(bool chosen);
    /// The one shown; nothing for the letter to all.
    [[nodiscard]] const LetterRecipient *shownRecipient() const;
    [[nodiscard]] std::vector<LetterRecipient> chosenRecipients() const;
    [[nodiscard]] LetterScope currentScope() const;
    [[nodiscard]] std::vector<LetterDocument> lettersOfScope() const;
    void save(LetterFormat format);
    void saveList();
    void tell(const Result<std::optional<SavedFiles>> &saved);

    // What concerns lists instead of letters.
    void addLists();
    void showListStates();
    void showTexts();
    void showList();
    void storeTexts();
    [[nodiscard]] Result<> storeField(const LetterField &field, const std::optional<QString> &text);

    LetterKind m_kind = LetterKind::Leaflet;
    std::optional<ParticipantList> m_list; ///< shown instead of a letter
    std::optional<ListContent> m_content;  ///< nothing while there is nothing to show
    std::shared_ptr<const PaperPages> m_listPages;
    LetterSource m_source;
    std::vector<LetterRecipient> m_all;               ///< recipients of the kind shown
    std::map<LetterKind, std::set<QString>> m_putOut; ///< numbers of those not to be written to
    std::map<LetterKind, std::set<QString>> m_putIn;  ///< of those proposed not to be
    FileNotice *m_written = nullptr;                  ///< where the last file went
    LetterList *m_kinds = nullptr;
    QLabel *m_purpose = nullptr;
    LetterFieldsForm *m_fields = nullptr;
    Card *m_recipientCard = nullptr;
    QListWidget *m_recipients = nullptr;
    NoticeBar *m_missing = nullptr;
    PageView *m_preview = nullptr;
    SegmentedControl *m_scope = nullptr;
    QList<QPushButton *> m_buttons;
    QPushButton *m_merge = nullptr;
    QPushButton *m_workbook = nullptr;
    Card *m_textCard = nullptr;
    QListWidget *m_texts = nullptr; ///< free texts that may be put into the handout
    QList<QAction *> m_actions;
};

} // namespace tane
