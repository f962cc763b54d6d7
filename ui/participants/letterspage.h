#pragma once

#include "participants/lettersoutput.h"
#include "programme/steppage.h"

class QBoxLayout;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace tane {

class Card;
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
    [[nodiscard]] PageView *preview() const { return m_preview; }
    /// Opens the print preview of what the scope says; null when it could not.
    PreviewDialog *print();

protected:
    void fill() override;

private:
    void makeKinds(QBoxLayout *row);
    void makeFields(QBoxLayout *row);
    void makeRecipients(QBoxLayout *column);
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
    void tell(const Result<std::optional<QString>> &saved);

    LetterKind m_kind = LetterKind::Leaflet;
    LetterSource m_source;
    std::vector<LetterRecipient> m_all;               ///< recipients of the kind shown
    std::map<LetterKind, std::set<QString>> m_putOut; ///< numbers of those not to be written to
    std::map<LetterKind, std::set<QString>> m_putIn;  ///< of those proposed not to be
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
    QList<QAction *> m_actions;
};

} // namespace tane
