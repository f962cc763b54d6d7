#pragma once

#include "participants/participantlinks.h"
#include "parts/gridview.h"
#include "shell/widgets.h"

namespace tane {

/// Whose the answers are: what the rules are not certain of is decided here, and any answer can be given to
/// somebody else, to nobody, or back to the rules.
class AnswerOwnersCard : public Card
{
    Q_OBJECT
public:
    enum Column { WaveColumn, NameColumn, AffiliationColumn, OwnerColumn, WhyColumn };
    explicit AnswerOwnersCard(Document &document, QWidget *parent = nullptr);
    Result<> load(qint64 workshop, bool writable);
    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] SegmentedControl *which() const { return m_which; }
    /// Answers that wait for a decision.
    [[nodiscard]] int waiting() const;

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();

private:
    void makeTable();
    void applyFilter();
    Result<> decide(int row, qint64 owner);
    [[nodiscard]] const AnswerMatch &at(int row) const { return m_matches[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString ownerText(const AnswerMatch &match) const;
    [[nodiscard]] GridColumn::Choices owners() const;

    Document &m_document;
    std::vector<AnswerMatch> m_matches;
    std::vector<Participant> m_people;
    QLabel *m_summary = nullptr;
    SegmentedControl *m_which = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
};

} // namespace tane
