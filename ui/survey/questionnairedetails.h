#pragma once

#include "survey/questionnaireedit.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace tane {

class FieldGrid;
class LineList;
class SavedField;
class SavedLine;
class SavedText;

/// One undo step that changes the questionnaire shown.
using QuestionnaireChanger =
    std::function<Result<>(const QString &label, const std::function<void(Questionnaire &)> &change)>;

/// The fields of an item, or of a set of items. Each saves itself at once.
class QuestionnaireDetails : public QWidget
{
    Q_OBJECT
public:
    QuestionnaireDetails(QuestionnaireChanger change, QWidget *parent = nullptr);

    /// What is being typed into the same item stays; what was typed into another one is saved there.
    void show(const Questionnaire &questionnaire, ItemPlace place, const QStringList &roles, bool writable);
    /// Saves what was typed, before another questionnaire is shown.
    void leave();
    /// Puts the caret into the wording, all of it chosen.
    void focusText();

    [[nodiscard]] LineList *options() const { return m_options; }
    [[nodiscard]] SavedText *text() const { return m_text; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    /// An item is called otherwise now.
    void codeChanged(const QString &code);

private:
    [[nodiscard]] QWidget *makeItemForm();
    [[nodiscard]] QWidget *makeSetForm();
    void makeAsked(FieldGrid *form);
    void enable(bool writable, const Item *item);
    void showItem(const Item &item, const ItemSet &set, const QStringList &roles);

    /// Changes the item (or set) shown.
    Result<> changeItem(const QString &label, const std::function<void(Item &)> &change);
    Result<> changeSet(const QString &label, const std::function<void(ItemSet &)> &change);
    Result<> rename(const QString &code);
    void report(const Result<> &result);
    [[nodiscard]] SavedLine *line(const QString &name, const QString &object, QString Item::*member);

    // Its options: questionnairedetailsoptions.cpp.
    void makeOptions(FieldGrid *form);
    void showOptions(const Item &item, const ItemSet &set);
    void takeCommonOptions();
    /// Changes the options, of the whole set where all its items share them and she wants so.
    Result<> changeOptions(const QString &label, const std::function<void(std::vector<Option> &)> &change);
    [[nodiscard]] int optionAt(qint64 id) const;

    QuestionnaireChanger m_change;
    Questionnaire m_shown;
    ItemPlace m_place;
    QString m_code; ///< of the item, or of the set
    bool m_leaving = false;
    std::vector<qint64> m_optionIds; ///< of the lines, by place
    qint64 m_nextOptionId = 1;
    std::vector<Option> m_optionsShown;

    QStackedWidget *m_stack = nullptr;
    QList<SavedField *> m_fields;
    SavedLine *m_itemCode = nullptr;
    SavedText *m_text = nullptr;
    SavedLine *m_note = nullptr;
    SavedLine *m_short = nullptr;
    QComboBox *m_type = nullptr;
    QCheckBox *m_before = nullptr;
    QCheckBox *m_after = nullptr;
    QCheckBox *m_followUp = nullptr;
    QCheckBox *m_required = nullptr;
    QComboBox *m_role = nullptr;
    LineList *m_options = nullptr;
    QLabel *m_optionsLabel = nullptr;
    QCheckBox *m_together = nullptr;
    QCheckBox *m_ordered = nullptr;
    QPushButton *m_common = nullptr;
    QPushButton *m_back = nullptr;
    SavedLine *m_setCode = nullptr;
    SavedText *m_setTitle = nullptr;
    QComboBox *m_kind = nullptr;
    QLabel *m_kindNote = nullptr;
};

} // namespace tane
