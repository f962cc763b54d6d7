#include "report/handoverpage.h"

#include "base/fiscalyear.h"
#include "base/typeddate.h"
#include "paper/reportfiles.h"
#include "parts/gridview.h"
#include "parts/savefield.h"
#include "report/report.h"
#include "shell/editors/linelist.h"
#include "shell/editors/recordlines.h"
#include "shell/editors/savedfield.h"
#include "shell/widgets.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

using Kind = HandoverNote::Kind;

/// Somebody and a day belong to what is open and to whom to talk to.
bool isTable(Kind kind)
{
    return kind == Kind::Open || kind == Kind::Contact;
}

void clear(QVBoxLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace

HandoverPage::HandoverPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("引き継ぎ"), About::Programme, pageContext, parent)
    , m_loader(pageContext.document)
{
    makeHeader();
    for (const Kind kind : kHandoverKinds)
        makePart(kind);
    makeCalendar();
    body()->addStretch(1);
    connectWork();
}

HandoverPage::~HandoverPage()
{
    m_loader.cancel();
    m_job.cancel();
}

void HandoverPage::connectWork()
{
    connect(&m_loader, &ReportLoader::loaded, this, &HandoverPage::showSource);
    connect(&m_loader, &ReportLoader::failed, this, [this](const Error &error) { showError(error); });
    connect(&m_job, &BackgroundJob::busyChanged, this, [this](bool busy) {
        m_make->setText(busy ? tr("取りやめる") : tr("引き継ぎ資料を作る"));
        m_progress->setText(busy ? tr("作成中…") : QString());
        m_progress->setVisible(busy);
    });
    connect(&m_job, &BackgroundJob::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setText(tr("作成中…　%1 / %2 ファイル").arg(done).arg(total));
    });
}

void HandoverPage::makeHeader()
{
    m_progress = secondaryLabel({}, this);
    m_progress->setObjectName(u"packProgress"_s);
    m_progress->hide();
    addHeaderAction(m_progress);
    m_progress->hide();
    m_masked = new QCheckBox(tr("氏名と連絡先を伏せる"), this);
    m_masked->setObjectName(u"masked"_s);
    m_masked->setChecked(true);
    addHeaderAction(m_masked);
    m_make = new QPushButton(tr("引き継ぎ資料を作る"), this);
    m_make->setObjectName(u"makePack"_s);
    m_make->setToolTip(
        tr("引き継ぎ書・日程・報告書・一覧を、一つのフォルダーに PDF と Excel で書き出します"));
    makePrimary(m_make);
    connect(m_make, &QPushButton::clicked, this, &HandoverPage::makePack);
    addHeaderAction(m_make);
}

void HandoverPage::makePart(Kind kind)
{
    Part &part = m_parts[kind];
    part.card = new Card(handoverKindTitle(kind), this);
    part.facts = new QVBoxLayout;
    part.facts->setSpacing(metrics::xs);
    part.card->body()->addLayout(part.facts);
    part.card->body()->addWidget(secondaryLabel(tr("書き足すこと"), part.card));
    if (isTable(kind))
        makeTable(kind, part);
    body()->addWidget(part.card);
}

void HandoverPage::makeTable(Kind kind, Part &part)
{
    part.model = new GridModel(this);
    const auto at = [this, kind](int row) -> const HandoverNote & {
        return m_parts.at(kind).notes.at(static_cast<std::size_t>(row));
    };
    const auto text = [at](QString HandoverNote::*member) {
        return [at, member](int row) { return at(row).*member; };
    };
    const auto save = [this, at](QString HandoverNote::*member) {
        return [this, at, member](int row, const QVariant &value) -> Result<> {
            return saveField(document(), at(row).id, member, value.toString().trimmed(),
                             tr("引き継ぎ事項の変更"));
        };
    };
    const auto saveDay = [this, at](int row, const QVariant &value) -> Result<> {
        const QString typed = value.toString().trimmed();
        const auto day = typed.isEmpty() ? std::optional(QDate()) : parseDate(typed);
        if (!day)
            return fail(
                ErrorCode::Usage,
                tr("「%1」は日付として読み取れません。2026-11-21 や R8.11.21 のように書いてください。")
                    .arg(typed));
        return saveField(document(), at(row).id, &HandoverNote::dueOn, *day, tr("引き継ぎ事項の変更"));
    };
    const bool open = kind == Kind::Open;
    part.model->setColumns({{.title = open ? tr("決まっていないこと") : tr("相談すること・経緯"),
                             .text = text(&HandoverNote::text),
                             .save = save(&HandoverNote::text)},
                            {.title = open ? tr("知っている方") : tr("相手"),
                             .text = text(&HandoverNote::who),
                             .save = save(&HandoverNote::who)},
                            {.title = tr("いつまで"),
                             .text = [at](int row) { return eraDate(at(row).dueOn); },
                             .sort = [at](int row) { return QVariant(at(row).dueOn); },
                             .save = saveDay}});
    part.table = new GridView(handoverKindTitle(kind), part.model, part.card);
    part.table->setObjectName(open ? u"openNotes"_s : u"contactNotes"_s);
    part.table->setLetters(0, 30);
    part.table->setLetters(1, 14);
    part.table->horizontalHeader()->setStretchLastSection(true);
    connect(part.model, &GridModel::failed, this, [this](const Error &error) { showError(error); });
    connect(part.table, &GridView::addRequested, this, [this, kind] { addNote(kind); });
    connect(part.table, &GridView::removeRequested, this, [this, kind] {
        const qint64 id = m_parts.at(kind).table->currentId();
        if (id != 0)
            report(RecordTable<HandoverNote>(document()).remove(id, tr("引き継ぎ事項の削除")));
    });
    part.card->body()->addWidget(part.table);
    auto *add = new QPushButton(tr("行を加える"), part.card);
    add->setObjectName(open ? u"addOpen"_s : u"addContact"_s);
    makePlain(add);
    connect(add, &QPushButton::clicked, this, [this, kind] { addNote(kind); });
    part.card->body()->addWidget(add, 0, Qt::AlignLeft);
}

void HandoverPage::makeCalendar()
{
    auto *card = new Card(tr("次の研修会までの日程"), this);
    m_calendarNote = secondaryLabel({}, card);
    m_calendarNote->setWordWrap(true);
    m_days = new GridModel(this);
    m_days->setEditable(false);
    const auto at = [this](int row) -> const CalendarDay & {
        return m_facts.calendar.at(static_cast<std::size_t>(row));
    };
    m_days->setColumns({{.title = tr("期限"),
                         .text = [at](int row) { return eraDateWithWeekday(at(row).day); },
                         .sort = [at](int row) { return QVariant(at(row).day); }},
                        {.title = tr("すること"), .text = [at](int row) { return at(row).what; }},
                        {.title = tr("備考"), .text = [at](int row) { return at(row).note; }}});
    m_calendar = new GridView(tr("次の研修会までの日程"), m_days, card);
    m_calendar->setObjectName(u"calendar"_s);
    m_calendar->setLetters(0, 13);
    m_calendar->setLetters(1, 26);
    m_calendar->horizontalHeader()->setStretchLastSection(true);
    card->body()->addWidget(m_calendarNote);
    card->body()->addWidget(m_calendar);
    body()->addWidget(card);
}

/// Lists write into one programme: another programme gets new ones.
void HandoverPage::ensureLines()
{
    if (m_linesOf == programme())
        return;
    for (auto &[kind, part] : m_parts) {
        if (part.table != nullptr)
            continue;
        if (part.lines != nullptr) {
            part.lines->hide();
            part.lines->deleteLater();
        }
        part.lines =
            new LineList(handoverKindTitle(kind),
                         recordLines<HandoverNote>(document(), {.programme = programme(), .kind = kind},
                                                   &HandoverNote::text, tr("引き継ぎ事項")),
                         part.card);
        part.lines->setObjectName(kind == Kind::Done ? u"doneNotes"_s : u"workedNotes"_s);
        part.lines->setPlaceholder(kind == Kind::Done ? tr("なぜそうしたかなど、記録に残らないこと")
                                                      : tr("次も続けたいこと、工夫したこと"));
        part.card->body()->addWidget(part.lines);
    }
    m_linesOf = programme();
}

void HandoverPage::fill()
{
    const auto owner = RecordTable<Programme>(document()).load(programme());
    const auto notes = RecordTable<HandoverNote>(document()).all(u"programme"_s, programme());
    if (!report(owner) || !report(notes))
        return;
    const QString years = programmeYears(*owner);
    header()->setContext(owner->title + (years.isEmpty() ? years : QString(u'　' + years)));
    m_progress->setVisible(m_job.isBusy());
    ensureLines();
    showNotes(*notes);
    m_loader.want(programme());
    if (!m_loader.source())
        showReading();
}

void HandoverPage::showSource()
{
    m_facts = handoverFacts(*m_loader.source());
    showFacts();
}

/// What stands in the cards until the file has been read.
void HandoverPage::showReading()
{
    m_facts = {};
    m_days->setRows({});
    setParagraph(m_calendarNote, tr("記録を読み込んでいます…"));
    for (auto &[kind, part] : m_parts) {
        clear(part.facts);
        part.facts->addWidget(secondaryLabel(tr("記録を読み込んでいます…"), part.card));
    }
}

void HandoverPage::showFacts()
{
    const auto lines = [](const Part &part, const QStringList &texts, const QString &none) {
        clear(part.facts);
        for (const QString &text : texts.isEmpty() ? QStringList{none} : texts) {
            auto *label = new QLabel(part.card);
            setParagraph(label, texts.isEmpty() ? text : QString(u"・"_s + text));
            label->setWordWrap(true);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            part.facts->addWidget(label);
        }
    };
    lines(m_parts.at(Kind::Done), m_facts.done, tr("まだ何も記録されていません。"));
    lines(m_parts.at(Kind::Worked), m_facts.worked,
          tr("はっきりした変化や「できたこと」の記録は、まだありません。"));
    const auto contacts = static_cast<int>(m_facts.contacts.size());
    lines(m_parts.at(Kind::Contact),
          contacts > 0
              ? QStringList{tr("名簿にある窓口・担当課 %1件を、引き継ぎ書に載せます。").arg(contacts)}
              : QStringList(),
          tr("名簿に窓口や担当課がまだありません。"));
    showOpen(m_parts.at(Kind::Open).facts);
    setParagraph(m_calendarNote, calendarReason(m_facts));
    std::vector<qint64> ids;
    for (std::size_t i = 0; i < m_facts.calendar.size(); ++i)
        ids.push_back(static_cast<qint64>(i) + 1);
    m_days->setRows(std::move(ids));
}

/// Each point leads to the page where it is settled.
void HandoverPage::showOpen(QVBoxLayout *column)
{
    clear(column);
    Card *card = m_parts.at(Kind::Open).card;
    for (const OpenPoint &point : m_facts.open) {
        auto *row = new QWidget(card);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *text = new QLabel(row);
        setParagraph(text, tr("・%1：%2").arg(point.what, point.detail));
        text->setWordWrap(true);
        auto *open = new QPushButton(tr("開く"), row);
        open->setAccessibleName(tr("%1を開く").arg(point.what));
        makePlain(open);
        connect(open, &QPushButton::clicked, this, [this, page = point.page] { Q_EMIT openPage(page); });
        layout->addWidget(text, 1);
        layout->addWidget(open, 0, Qt::AlignTop);
        column->addWidget(row);
    }
    if (m_facts.open.empty())
        column->addWidget(new QLabel(tr("ファイルの記録には、決まっていないことはありません。"), card));
}

void HandoverPage::showNotes(const std::vector<HandoverNote> &notes)
{
    for (auto &[kind, part] : m_parts) {
        part.notes.clear();
        std::ranges::copy_if(notes, std::back_inserter(part.notes),
                             [kind = kind](const HandoverNote &note) { return note.kind == kind; });
        if (part.table != nullptr) {
            std::vector<qint64> ids;
            for (const HandoverNote &note : part.notes)
                ids.push_back(note.id);
            part.model->setEditable(isWritable());
            part.model->setRows(std::move(ids));
            part.table->setVisible(!part.notes.empty());
            part.card->findChild<QPushButton *>(kind == Kind::Open ? u"addOpen"_s : u"addContact"_s)
                ->setEnabled(isWritable());
        } else {
            std::vector<LineList::Line> lines;
            for (const HandoverNote &note : part.notes)
                lines.push_back({note.id, note.text, {}});
            part.lines->setLines(lines);
            part.lines->setReadOnly(!isWritable());
        }
    }
}

void HandoverPage::addNote(Kind kind)
{
    const auto id = RecordTable<HandoverNote>(document())
                        .add({.programme = programme(), .kind = kind}, tr("引き継ぎ事項の追加"));
    if (!report(id))
        return;
    GridView *view = m_parts.at(kind).table;
    view->select(*id);
    view->setFocus(Qt::OtherFocusReason);
    view->edit(view->currentIndex());
}

/// A pack never takes the place of another one: with and without names must not get mixed up.
QString HandoverPage::newFolder(const QString &parent, const QString &name)
{
    const QDir place(parent);
    QString folder = place.filePath(name);
    for (int number = 2; QFileInfo::exists(folder); ++number)
        folder = place.filePath(QStringLiteral("%1 (%2)").arg(name, QString::number(number)));
    return folder;
}

void HandoverPage::makePack()
{
    if (m_job.isBusy()) {
        m_job.cancel();
        return;
    }
    SavedField::commitAll(this);
    const QString parent = context().dialogs.openFolder(this, tr("引き継ぎ資料を作る場所"));
    const auto owner = RecordTable<Programme>(document()).load(programme());
    if (parent.isEmpty() || !report(owner))
        return;
    const auto notes = RecordTable<HandoverNote>(document()).all(u"programme"_s, programme());
    const auto draft = firstReport(document(), programme(), owner->title, QDate::currentDate());
    if (!report(notes) || !report(draft))
        return;
    const QString folder = newFolder(
        parent, (m_masked->isChecked() ? tr("引き継ぎ資料_%1") : tr("引き継ぎ資料_%1（氏名入り・取扱注意）"))
                    .arg(programmeYears(*owner)));
    clearError();
    m_job.start([this, folder, source = m_loader.sourceForThread(), notes = *notes, draft = *draft,
                 options = HandoverOptions{m_masked->isChecked()}](
                    const Progress &progress) -> BackgroundJob::Finish {
        const auto write = [&]() -> Result<QStringList> {
            TANE_TRY(const auto read, source({}));
            TANE_TRY(const auto files, handoverFiles(*read, notes, draft, options));
            return writeHandover(folder, files, writeReportFile, progress);
        };
        return [this, folder, written = write()] {
            if (!written && written.error().code == ErrorCode::Cancelled)
                return;
            if (report(written))
                Q_EMIT notice({Notice::Kind::Info,
                               tr("引き継ぎ資料 %1ファイルを作りました：%2")
                                   .arg(QString::number(written->size()), QDir::toNativeSeparators(folder))});
        };
    });
}

LineList *HandoverPage::notes(Kind kind) const
{
    return m_parts.at(kind).lines;
}

GridView *HandoverPage::table(Kind kind) const
{
    return m_parts.at(kind).table;
}

bool HandoverPage::reveal(const QString &table, qint64 row)
{
    if (table != "handover_note"_L1)
        return false;
    for (const auto &[kind, part] : m_parts) {
        const bool found = part.table != nullptr ? part.table->select(row)
                                                 : part.lines != nullptr && part.lines->revealLine(row);
        if (found) {
            bringIntoView(part.card);
            return true;
        }
    }
    return false;
}

} // namespace tane
