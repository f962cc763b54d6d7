#pragma once

#include "programme/steppage.h"
#include "programme/workshopadvice.h"

#include <functional>
#include <map>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;

namespace tane {

class Card;
class DateField;
class SavedField;
class SavedLine;
class QuestionnaireField;
class SavedText;
class SegmentedControl;

/// 研修会の設計 (図表-74): every field of one workshop, each saving itself, with advice behind the fields it
/// is about.
class WorkshopPage : public StepPage
{
    Q_OBJECT
public:
    explicit WorkshopPage(PageContext &context, QWidget *parent = nullptr);

    bool reveal(const QString &table, qint64 row) override;

    /// The bar with the advice about a field; hidden when there is none.
    [[nodiscard]] NoticeBar *adviceBar(WorkshopAdvice::Field field) const { return m_advice.at(field); }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A card whose rows have their labels at the left.
    struct Form
    {
        Card *card = nullptr;
        QGridLayout *grid = nullptr;
        int rows = 0;
    };
    [[nodiscard]] Form makeForm(const QString &title);
    void addRow(Form &form, const QString &label, QWidget *field);
    void addRow(Form &form, const QString &label, const QList<QWidget *> &fields);
    void makeAdvice();
    SavedLine *line(const QString &name, const QString &label, QString Workshop::*member,
                    const QString &placeholder = {});
    SavedText *text(const QString &name, const QString &label, QString Workshop::*member, int lines,
                    const QString &placeholder = {});
    DateField *date(const QString &name, const QString &label, QDate Workshop::*member);
    void makeHeader();
    void makeBasics();
    void makeDayRows(Form &form);
    void makeRecruiting();
    void makeStructure();
    [[nodiscard]] Result<> storeCapacity(const QString &text);
    [[nodiscard]] Result<> storeDate(QDate Workshop::*member, QDate date, const QString &label);
    void showTimes();
    void showAdvice(const Workshop &workshop);
    void putAside(WorkshopAdvice::Field field);
    void removeWorkshop();

    std::vector<std::function<void(const Workshop &)>> m_setters; ///< one a field
    std::vector<SavedField *> m_fields;
    QDate m_firstDay; ///< of the fiscal year: a day typed without its year lies in it
    SegmentedControl *m_method = nullptr;
    QuestionnaireField *m_questionnaire = nullptr;
    QLabel *m_times = nullptr;
    QPushButton *m_menu = nullptr;
    QBoxLayout *m_columns = nullptr;
    QVBoxLayout *m_left = nullptr;
    QVBoxLayout *m_right = nullptr;
    Card *m_adviceCard = nullptr;
    std::map<WorkshopAdvice::Field, NoticeBar *> m_advice;
    std::map<WorkshopAdvice::Field, QStringList> m_shownAdvice; ///< ids
};

} // namespace tane
