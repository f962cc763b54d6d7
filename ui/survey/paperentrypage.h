#pragma once

#include "participants/paperentry.h"
#include "programme/steppage.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace tane {

class Card;
class EmptyState;
class NoticeBar;
class PaperEntryForm;
class SegmentedControl;

/// 紙の回答の入力: chosen by number or name and typed with one key an item; each person is stored at once.
/// Typed a second time, an answer is compared with the first.
class PaperEntryPage : public StepPage
{
    Q_OBJECT
public:
    explicit PaperEntryPage(PageContext &context, QWidget *parent = nullptr);

    /// ("workshop", id) of the workshop shown.
    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] PaperEntryForm *form() const { return m_form; }
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }
    [[nodiscard]] QListWidget *people() const { return m_people; }
    [[nodiscard]] NoticeBar *message() const { return m_message; }
    [[nodiscard]] Wave wave() const;

protected:
    void fill() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makePeople();
    QWidget *makeSheet();
    void fillPeople();
    void showPerson();
    void setItems();
    void chooseFirst();
    void beginWith(qint64 participant);
    void finish();
    void store(bool replace);
    void next(const QString &said);
    [[nodiscard]] const Participant *participant(qint64 id) const;
    [[nodiscard]] PaperAnswer typed() const;

    Questionnaire m_questionnaire;
    std::vector<Participant> m_participants;
    PaperState m_state;
    qint64 m_chosen = 0;
    bool m_open = false; ///< a sheet is being typed
    QString m_shownFor;  ///< which items the form has

    SegmentedControl *m_wave = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QLineEdit *m_filter = nullptr;
    QListWidget *m_people = nullptr;
    Card *m_sheet = nullptr;
    QLabel *m_who = nullptr;
    QComboBox *m_role = nullptr;
    NoticeBar *m_message = nullptr;
    QLabel *m_keys = nullptr;
    QScrollArea *m_scroll = nullptr;
    PaperEntryForm *m_form = nullptr;
    QPushButton *m_done = nullptr;
};

} // namespace tane
