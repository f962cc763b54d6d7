// What LadderPage prints, writes and reads, and how people come into an empty register.
#include "parts/filefilters.h"
#include "people/ladderboard.h"
#include "people/ladderpage.h"
#include "people/peoplefilterbar.h"
#include "people/peopletable.h"
#include "people/peopletext.h"

#include "base/fiscalyear.h"
#include "exchange/workbookwriter.h"
#include "people/peoplesheets.h"
#include "people/privacy.h"
#include "people/registerimportdialog.h"
#include "people/selfassessment.h"
#include "printing/previewdialog.h"
#include "programme/workshop.h"
#include "shell/widgets.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

Notice written(const QString &path)
{
    const QFileInfo file(path);
    return {Notice::Kind::Info, LadderPage::tr("「%1」フォルダーに「%2」を書き出しました。")
                                    .arg(file.absoluteDir().dirName(), file.fileName())};
}

} // namespace

void LadderPage::makeMenus()
{
    auto *output = new QMenu(m_output);
    m_exportActions << output->addAction(tr("ボードを A3 で印刷…"), this, [this] { printBoard(false); })
                    << output->addAction(tr("氏名を伏せて A3 で印刷…"), this, [this] { printBoard(true); });
    output->addSeparator();
    m_exportActions << output->addAction(tr("一覧を Excel で…"), this, [this] { exportList(false); })
                    << output->addAction(tr("氏名を伏せて Excel で…"), this, [this] { exportList(true); });
    m_output->setMenu(output);

    auto *more = new QMenu(m_more);
    m_writing << more->addAction(tr("人を加える"), this, &LadderPage::addPerson)
              << more->addAction(tr("名簿を取り込む…"), this, &LadderPage::importPeople);
    more->addSeparator();
    more->addAction(tr("自己評価シートを作る…"), this, &LadderPage::writeSelfAssessments);
    m_writing << more->addAction(tr("自己評価シートを読み込む…"), this, &LadderPage::readSelfAssessments);
    m_more->setMenu(more);
}

void LadderPage::makeEmptyState()
{
    m_empty = new EmptyState(tr("まだ名簿がありません"),
                             tr("コーディネーターや市町村担当者の名簿を作ると、一人ひとりの段階と動き、"
                                "受けた支援をここで見られます。"),
                             tr("名簿を取り込む"), this);
    m_empty->setObjectName(u"noPeople"_s);
    m_empty->setLink(tr("見本を開いて試す"));
    m_empty->hide();
    QPushButton *add = m_empty->addButton(tr("一人ずつ加える"));
    add->setObjectName(u"addFirst"_s);
    column()->addWidget(m_empty, 1);
    connect(m_empty->button(), &QPushButton::clicked, this, &LadderPage::importPeople);
    connect(add, &QPushButton::clicked, this, &LadderPage::addPerson);
    connect(m_empty, &EmptyState::linkActivated, this, &LadderPage::sampleRequested);
}

void LadderPage::addPerson()
{
    Person person;
    person.name = tr("新しい方");
    const auto id = RecordTable<Person>(document()).add(person, tr("人の追加"));
    if (report(id))
        openPerson(*id);
}

void LadderPage::importPeople()
{
    const QString path = context().dialogs.openFile(
        this, tr("%1の一覧を選ぶ").arg(registerKindText(RegisterKind::People)), listFilter());
    if (path.isEmpty())
        return;
    auto *dialog = new RegisterImportDialog(context(), RegisterKind::People, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RegisterImportDialog::imported, this, [this](const QString &summary) {
        refresh();
        Q_EMIT notice({Notice::Kind::Info, summary});
    });
    dialog->open();
    dialog->setSource(path);
}

Result<> LadderPage::writeList(const QString &path, bool masked)
{
    PeopleFilter filter = m_filter->filter(); // without who did not move: that is for the officer's eyes
    const std::vector<const PersonRecord *> people = filterPeople(registry(), filter);
    PeopleTableModel model;
    model.setPeople(&registry(), people, filter.on);
    const NameMask mask(registry(), masked);
    WorkbookWriter book;
    book.setTitle(tr("人材とレベル"));
    SheetWriter &sheet = book.addSheet(tr("人材とレベル"));
    sheet.writeTitle(tr("人材とレベル"));
    const QString about = m_filter->description();
    sheet.writeNote(tr("%1現在　%2名%3")
                        .arg(eraDate(filter.on))
                        .arg(people.size())
                        .arg(about.isEmpty() ? QString() : tr("（%1）").arg(about)));
    QStringList head;
    for (int column = 0; column < PeopleTableModel::ColumnCount; ++column)
        head << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    sheet.writeHead(head);
    for (int row = 0; row < model.rowCount(); ++row) {
        std::vector<CellValue> cells{mask(*people[static_cast<std::size_t>(row)])};
        for (int column = 1; column < PeopleTableModel::ColumnCount; ++column)
            cells.emplace_back(model.index(row, column).data().toString());
        sheet.writeRow(cells);
    }
    sheet.addFilter();
    sheet.setLandscape(true);
    return book.save(path);
}

void LadderPage::exportList(bool masked)
{
    const QString path =
        context().dialogs.saveFile(this, tr("一覧の書き出し"), tr("人材とレベル.xlsx"), workbookFilter());
    if (!path.isEmpty() && report(writeList(path, masked)))
        Q_EMIT notice(written(path));
}

void LadderPage::printBoard(bool masked)
{
    PeopleSheetOptions options;
    const auto prefecture = WorkshopRepository(document()).prefecture();
    if (!report(prefecture))
        return;
    options.prefecture = *prefecture;
    options.today = QDate::currentDate();
    options.masked = masked;
    // The preview stays as it was opened, whatever happens to the file meanwhile.
    const auto shown = std::make_shared<const Registry>(registry());
    const PeopleFilter chosen = m_filter->filter();
    const auto make = [shown, chosen, options, since = m_sinceDay](FormSheet::Paper paper) {
        PeopleSheetOptions wanted = options;
        wanted.paper = paper;
        return Result<FormSheet>(makeLadderSheet(*shown, chosen, since, wanted));
    };
    auto *dialog =
        new PreviewDialog(make, *make(FormSheet::Paper::A3),
                          peopleSheetFileName(PeopleSheetKind::Ladder, *shown, 0), context().dialogs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void LadderPage::writeSelfAssessments()
{
    const QString folder = context().dialogs.openFolder(this, tr("自己評価シートを書き出すフォルダー"));
    if (folder.isEmpty())
        return;
    const auto count =
        tane::writeSelfAssessments(folder, registry(), filterPeople(registry(), m_filter->filter()));
    if (report(count))
        Q_EMIT notice({Notice::Kind::Info,
                       tr("「%1」フォルダーに自己評価シートを %2名分書き出しました。ファイル名は番号です。")
                           .arg(QDir(folder).dirName())
                           .arg(*count)});
}

void LadderPage::readSelfAssessments()
{
    const QString folder = context().dialogs.openFolder(this, tr("返送された自己評価シートのフォルダー"));
    if (folder.isEmpty())
        return;
    const auto read = tane::readSelfAssessments(document(), registry(), folder);
    if (!report(read))
        return;
    const Result<> stored = document().perform(tr("自己評価の読み込み"), [&](Database &) -> Result<> {
        for (const Assessment &assessment : read->assessments)
            TANE_CHECK(RecordTable<Assessment>(document()).add(assessment, {}));
        return {};
    });
    if (!report(stored))
        return;
    QStringList problems;
    for (const Problem &problem : read->problems)
        problems << problem.toString();
    refresh();
    if (!problems.isEmpty())
        showError({.code = ErrorCode::NothingUnderstood,
                   .message = tr("読み取れないところが %1件ありました。\n%2")
                                  .arg(problems.size())
                                  .arg(problems.mid(0, 5).join(u'\n'))});
    Q_EMIT notice({Notice::Kind::Info, tr("自己評価を %1件読み込みました。段階は提案です。根拠をご覧のうえ、"
                                          "必要なら評価し直してください。")
                                           .arg(read->assessments.size())});
}

} // namespace tane
