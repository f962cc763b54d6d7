#pragma once

#include "programme/programme.h"
#include "programme/situation.h"
#include "shell/page.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QToolButton;

namespace tane {

class DateField;
class SavedLine;

/// What is known about one finding beside its text: 定量 or 定性, source, date, attached table. Stands below
/// the finding that has the caret.
class FindingDetails : public QFrame
{
    Q_OBJECT
public:
    FindingDetails(PageContext &context, QWidget *parent);

    /// Saves what is being typed about the former one first.
    void show(const Finding &finding, const std::vector<TargetGroup> &groups);
    [[nodiscard]] qint64 finding() const { return m_finding.id; }

    [[nodiscard]] QComboBox *kind() const { return m_kind; }
    [[nodiscard]] SavedLine *source() const { return m_source; }
    [[nodiscard]] DateField *date() const { return m_date; }
    [[nodiscard]] QAction *pasteAction() const { return m_paste; }
    [[nodiscard]] QAction *readAction() const { return m_read; }
    [[nodiscard]] QAction *detachAction() const { return m_detach; }
    [[nodiscard]] SavedLine *tableTitle() const { return m_tableTitle; }
    [[nodiscard]] QTableWidget *table() const { return m_table; }
    [[nodiscard]] QToolButton *drawButton() const { return m_draw; } ///< its menu: one action a group

Q_SIGNALS:
    /// To be made an issue of this group.
    void issueRequested(qint64 finding, qint64 targetGroup);
    void notice(const tane::Notice &notice);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeFields();
    void makeTable();
    void showTable();
    void paste();
    void readFile();
    void report(const Result<> &result);
    template<class Member>
    [[nodiscard]] Result<> save(Member Finding::*member, const Member &value, const QString &label);
    [[nodiscard]] Result<> attach(const QString &cells, const QString &title);

    PageContext &m_context;
    Finding m_finding;
    QComboBox *m_kind = nullptr;
    SavedLine *m_source = nullptr;
    DateField *m_date = nullptr;
    QToolButton *m_attach = nullptr;
    QAction *m_paste = nullptr, *m_read = nullptr, *m_detach = nullptr;
    QToolButton *m_draw = nullptr;
    QLabel *m_error = nullptr;
    QWidget *m_tablePart = nullptr;
    SavedLine *m_tableTitle = nullptr;
    QLabel *m_tableSize = nullptr;
    QTableWidget *m_table = nullptr;
};

/// "定量・実施状況調査・令和8年5月1日・表「配置状況」": one line about a finding, empty when nothing is
/// known.
[[nodiscard]] QString findingSummary(const Finding &finding);

} // namespace tane
