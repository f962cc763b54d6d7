#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace tane {

class PeopleModel;
struct SurveyState;

/// Who of the other side is this person? Candidates come likeliest first; typing narrows them down.
class JoinDialog : public QDialog
{
    Q_OBJECT
public:
    /// `before`: the person is of the before sheet and somebody of the after sheet is looked for, or the
    /// other way round.
    JoinDialog(const SurveyState &state, bool before, int person, QWidget *parent = nullptr);

Q_SIGNALS:
    void joined(int before, int after);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void acceptCurrent();
    void selectFirst();

    bool m_before;
    int m_person;
    QLineEdit *m_search = nullptr;
    QTableView *m_view = nullptr;
    PeopleModel *m_people = nullptr;
    QSortFilterProxyModel *m_filter = nullptr;
    QPushButton *m_join = nullptr;
};

} // namespace tane
