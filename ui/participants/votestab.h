#pragma once

#include "participants/vote.h"
#include "parts/gridview.h"
#include "parts/recordform.h"

namespace tane {

class ChartCard;
struct PageContext;

/// Votes within a meeting, before and after talking: hands are counted, or it is noted who voted for what (a
/// digit a person).
class VotesTab : public QWidget
{
    Q_OBJECT
public:
    enum VoteColumn { QuestionColumn, MethodColumn, CountColumn };
    enum OptionColumn { OptionNumber, OptionText, BeforeCount, AfterCount };
    enum MarkColumn { MarkNumber, MarkName, MarkWhere, MarkBefore, MarkAfter };
    explicit VotesTab(PageContext &context, QWidget *parent = nullptr);
    Result<> load(qint64 workshop, bool writable);
    [[nodiscard]] GridView *votes() const { return m_votes; }
    [[nodiscard]] GridView *options() const { return m_options; }
    [[nodiscard]] GridView *marks() const { return m_marks; }
    [[nodiscard]] SegmentedControl *method() const { return m_method; }
    [[nodiscard]] ChartCard *chart() const { return m_chart; }
    [[nodiscard]] QString sentence() const { return m_sentence->text(); }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void notice(const tane::Notice &notice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeEmpty();
    QWidget *makeList();
    QWidget *makeEditor();
    void makeOptions(Card *card);
    void makeMarks(Card *card);
    void showVote();
    void addVote();
    void removeVote();
    void addOption();
    void removeOption();
    Result<> saveCount(int row, std::optional<int> VoteOption::*member, const QVariant &value);
    Result<> saveMark(int row, qint64 VoteMark::*member, qint64 option);
    bool markKey(int key);
    [[nodiscard]] VoteMark markOf(int row) const;
    [[nodiscard]] QString optionText(qint64 option) const;
    [[nodiscard]] const VoteOption &option(int row) const
    {
        return m_result.options[static_cast<std::size_t>(row)];
    }
    void report(const Result<> &result);

    PageContext &m_context;
    qint64 m_workshop = 0;
    bool m_writable = true;
    std::vector<VoteResult> m_all;
    VoteResult m_result; ///< the one shown
    std::vector<Participant> m_people;
    RecordForm<Vote> m_form;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    GridModel *m_voteModel = nullptr;
    GridView *m_votes = nullptr;
    QWidget *m_editor = nullptr;
    SavedLine *m_question = nullptr;
    SegmentedControl *m_method = nullptr;
    GridModel *m_optionModel = nullptr;
    GridView *m_options = nullptr;
    QWidget *m_byName = nullptr;
    GridModel *m_markModel = nullptr;
    GridView *m_marks = nullptr;
    QLabel *m_sentence = nullptr;
    ChartCard *m_chart = nullptr;
    QList<QPushButton *> m_writing;
};

} // namespace tane
