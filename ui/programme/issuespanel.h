#pragma once

#include "programme/programme.h"
#include "programme/situation.h"
#include "shell/widgets.h"

#include <map>

class QListWidget;
class QListWidgetItem;

namespace tane {

class Document;
class LineList;

/// The issues drawn from the findings, a list for each target group, and what the issue with the caret was
/// drawn from.
class IssuesPanel : public QWidget
{
    Q_OBJECT
public:
    /// A finding as the list of grounds names it.
    struct Ground
    {
        qint64 finding = 0;
        QString text;
    };

    IssuesPanel(Document &document, QWidget *parent);
    /// Reads the issues of these groups anew.
    [[nodiscard]] Result<> fill(const std::vector<TargetGroup> &groups, const std::vector<Ground> &grounds);
    bool revealIssue(qint64 issue);

    [[nodiscard]] LineList *issues(qint64 targetGroup) const;
    /// The findings with a tick before those the chosen issue was drawn from.
    [[nodiscard]] QListWidget *grounds() const { return m_grounds; }

Q_SIGNALS:
    void failed(const tane::Error &error);

private:
    void makeLists(const std::vector<TargetGroup> &groups);
    void choose(qint64 issue);
    void showGrounds();
    void groundChanged(QListWidgetItem *item);

    Document &m_document;
    QVBoxLayout *m_lists = nullptr;
    std::map<qint64, LineList *> m_byGroup;
    std::map<qint64, QLabel *> m_heads;
    std::vector<qint64> m_groups;
    std::map<qint64, QString> m_issueTexts;
    std::map<qint64, std::vector<qint64>> m_drawnFrom;
    std::vector<Ground> m_all;
    Card *m_groundsCard = nullptr;
    QLabel *m_chosenText = nullptr;
    QListWidget *m_grounds = nullptr;
    qint64 m_chosen = 0;
};

} // namespace tane
