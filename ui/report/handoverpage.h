#pragma once

#include "programme/steppage.h"
#include "report/handover.h"
#include "report/reportloader.h"

#include <map>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tane {

class Card;
class GridModel;
class GridView;
class LineList;

/// 引き継ぎ: what the file itself says for whoever takes over, what the officer adds to it, and the pack.
class HandoverPage : public StepPage
{
    Q_OBJECT
public:
    explicit HandoverPage(PageContext &context, QWidget *parent = nullptr);
    ~HandoverPage() override;

    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] LineList *notes(HandoverNote::Kind kind) const;
    [[nodiscard]] GridView *table(HandoverNote::Kind kind) const;
    [[nodiscard]] QCheckBox *masked() const { return m_masked; }
    [[nodiscard]] QPushButton *makeButton() const { return m_make; }
    [[nodiscard]] GridView *calendar() const { return m_calendar; }
    [[nodiscard]] bool isLoading() const { return m_loader.isBusy(); }
    [[nodiscard]] bool isWriting() const { return m_job.isBusy(); }

protected:
    void fill() override;

private:
    /// What is shown of one kind: facts of the file, then the officer's notes as lines or, where somebody and
    /// a day belong to them, as a table.
    struct Part
    {
        Card *card = nullptr;
        QVBoxLayout *facts = nullptr;
        LineList *lines = nullptr;
        GridModel *model = nullptr;
        GridView *table = nullptr;
        std::vector<HandoverNote> notes;
    };
    void makeHeader();
    void makePart(HandoverNote::Kind kind);
    void makeTable(HandoverNote::Kind kind, Part &part);
    void makeCalendar();
    void ensureLines();
    void connectWork();
    void showSource();
    void showFacts();
    void showReading();
    void showOpen(QVBoxLayout *column);
    void showNotes(const std::vector<HandoverNote> &notes);
    void addNote(HandoverNote::Kind kind);
    void makePack();
    [[nodiscard]] static QString newFolder(const QString &parent, const QString &name);

    ReportLoader m_loader;
    HandoverFacts m_facts;
    std::map<HandoverNote::Kind, Part> m_parts;
    qint64 m_linesOf = 0;
    QCheckBox *m_masked = nullptr;
    QPushButton *m_make = nullptr;
    QLabel *m_progress = nullptr;
    QLabel *m_calendarNote = nullptr;
    GridModel *m_days = nullptr;
    GridView *m_calendar = nullptr;
    BackgroundJob m_job;
};

} // namespace tane
