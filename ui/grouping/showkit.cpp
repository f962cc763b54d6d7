#include "grouping/showkit.h"

#include "printing/showsheet.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ShowKit)
};

const QString kPage = u"kit"_s;

/// Asks whether cards that were just printed are noted so; a step that can be undone.
void offerMarking(PageContext &context, const PreparedKit &prepared, QWidget *parent)
{
    const std::vector<qint64> people = prepared.unmarked();
    if (people.empty() || context.document.isReadOnly())
        return;
    const QString question =
        Texts::tr("%1名分の名札を「印刷済み」にしますか。次からは、班が変わった方の分だけを印刷できます。")
            .arg(people.size());
    if (!context.dialogs.confirm(parent, question, Texts::tr("印刷済みにする")))
        return;
    // What cannot be stored is tried again with the next printing.
    const Result<> marked = markPrinted(context.document, prepared.kit, people);
    static_cast<void>(marked.has_value());
}

Result<> writePdf(const QString &path, const PreparedKit &prepared, KitSheet kind)
{
    TANE_TRY(const PreviewSheet sheet, prepared.sheet(kind));
    return writePagesPdf(path, *sheet.pages);
}

/// Papers of the preview: names, and which of them is chosen.
std::pair<QStringList, int> papersOf(KitSheet kind, const KitChoices &choices)
{
    if (kind == KitSheet::Poster) {
        QStringList names = posterPaperNames();
        names.replaceInStrings(u"A3x"_s, Texts::tr("A3 の貼り合わせ"));
        return {names, static_cast<int>(choices.poster)};
    }
    if (isKitForm(kind))
        return {{u"A4"_s, u"A3"_s}, choices.paper == FormSheet::Paper::A3 ? 1 : 0};
    return {{}, 0};
}

} // namespace

KitChoices kitChoices(const Settings &settings)
{
    const auto on = [&settings](const QString &name) { return settings.choice(kPage, name) == "1"_L1; };
    KitChoices choices;
    choices.onlyChanged = on(u"onlyChanged"_s);
    choices.largeKana = on(u"largeKana"_s);
    choices.cropMarks = on(u"cropMarks"_s);
    choices.folded = on(u"folded"_s);
    choices.landscape = on(u"landscape"_s);
    choices.blankPosters = on(u"blankPosters"_s);
    choices.blankCards = settings.choice(kPage, u"blankCards"_s).toInt();
    choices.groups = std::max(1, settings.choice(kPage, u"groups"_s, u"8"_s).toInt());
    choices.poster = posterPaperOf(settings.choice(kPage, u"poster"_s)).value_or(PosterPaper::Shiroku);
    return choices;
}

void remember(Settings &settings, const KitChoices &choices)
{
    const auto keep = [&settings](const QString &name, bool on) {
        settings.setChoice(kPage, name, on ? u"1"_s : u"0"_s);
    };
    keep(u"onlyChanged"_s, choices.onlyChanged);
    keep(u"largeKana"_s, choices.largeKana);
    keep(u"cropMarks"_s, choices.cropMarks);
    keep(u"folded"_s, choices.folded);
    keep(u"landscape"_s, choices.landscape);
    keep(u"blankPosters"_s, choices.blankPosters);
    settings.setChoice(kPage, u"blankCards"_s, QString::number(choices.blankCards));
    settings.setChoice(kPage, u"groups"_s, QString::number(choices.groups));
    settings.setChoice(kPage, u"poster"_s, posterPaperNames().value(static_cast<int>(choices.poster)));
}

KitPaperOptions PreparedKit::paperOptions() const
{
    return {.cards = {.largeKana = choices.largeKana,
                      .cropMarks = choices.cropMarks,
                      .onlyChanged = choices.onlyChanged && kit.hasGroups(),
                      .blank = choices.blankCards},
            .signs = {.folded = choices.folded, .blankGroups = choices.groups},
            .poster = choices.poster,
            .landscape = choices.landscape,
            .blankPosters = choices.blankPosters,
            .scenes = scenes};
}

Result<PreviewSheet> PreparedKit::sheet(KitSheet kind) const
{
    if (isKitForm(kind)) {
        TANE_TRY(
            const FormSheet form,
            makeKitForm(kind, kit,
                        {.materials = materials, .blankGroups = choices.groups, .paper = choices.paper}));
        return PreviewSheet{form.name, std::make_shared<const FormPaper>(form), form};
    }
    const KitPaperOptions options = paperOptions();
    if (kind == KitSheet::NameCards && options.cards.onlyChanged && options.cards.blank == 0 &&
        cardPeople(kit, options.cards).empty())
        return fail(ErrorCode::NothingUnderstood,
                    Texts::tr("前に印刷したときから変わった名札はありません。"));
    TANE_TRY(PaperPages pages, drawKitSheet(kind, kit, options));
    return PreviewSheet{kitSheetTitle(kind), std::make_shared<const PaperPages>(std::move(pages)), {}};
}

std::vector<qint64> PreparedKit::unmarked() const
{
    std::vector<qint64> people;
    for (const KitPerson &person : cardPeople(kit, paperOptions().cards))
        if (person.group > 0 && person.changed)
            people.push_back(person.participant);
    return people;
}

QString PreparedKit::fileName(KitSheet kind) const
{
    return withTitle(kitSheetTitle(kind), kit.workshop.title);
}

Result<PreparedKit> prepareKit(PageContext &context)
{
    PreparedKit prepared;
    TANE_TRY(prepared.kit, loadKit(context.document, context.workshop));
    prepared.choices = kitChoices(context.settings);
    TANE_TRY(prepared.materials, materialsOf(context.document, context.workshop));
    TANE_TRY(const QString scenes, kitChoice(context.document, context.workshop, u"scenes"_s));
    prepared.scenes = scenesFrom(scenes);
    return prepared;
}

Result<PreviewDialog *> showKit(PageContext &context, KitSheet kind, QWidget *parent)
{
    TANE_TRY(const PreparedKit prepared, prepareKit(context));
    TANE_TRY(const PreviewSheet first, prepared.sheet(kind));
    const auto [papers, paper] = papersOf(kind, prepared.choices);
    const PreviewSource source = [prepared, kind](int index) {
        PreparedKit wanted = prepared;
        wanted.choices.poster = static_cast<PosterPaper>(index);
        wanted.choices.paper = index == 1 ? FormSheet::Paper::A3 : FormSheet::Paper::A4;
        return wanted.sheet(kind);
    };
    auto *dialog =
        new PreviewDialog(source, first, papers, paper, prepared.fileName(kind), context.dialogs, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const QString gap = kitGap(kind, prepared.kit); !gap.isEmpty())
        dialog->notice()->show({Notice::Kind::Hint, gap});
    if (kind == KitSheet::NameCards)
        QObject::connect(dialog, &PreviewDialog::written, dialog,
                         [&context, prepared, dialog] { offerMarking(context, prepared, dialog); });
    dialog->open();
    return dialog;
}

Result<QString> saveKitPdf(PageContext &context, KitSheet kind, QWidget *parent)
{
    TANE_TRY(const PreparedKit prepared, prepareKit(context));
    TANE_TRY(const PreviewSheet sheet, prepared.sheet(kind));
    const QString path = context.dialogs.saveFile(
        parent, Texts::tr("PDF に保存"), prepared.fileName(kind) + u".pdf"_s, Texts::tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return QString();
    TANE_CHECK(writePagesPdf(path, *sheet.pages));
    if (kind == KitSheet::NameCards)
        offerMarking(context, prepared, parent);
    return path;
}

Result<QStringList> saveKitFolder(PageContext &context, const std::vector<KitSheet> &sheets, QWidget *parent)
{
    TANE_TRY(const PreparedKit prepared, prepareKit(context));
    const QString folder = context.dialogs.openFolder(parent, Texts::tr("PDF を入れるフォルダー"));
    if (folder.isEmpty())
        return QStringList();
    std::vector<std::pair<QString, KitSheet>> files;
    QStringList there;
    for (const KitSheet kind : sheets) {
        if (needsGroups(kind) && !prepared.kit.hasGroups())
            continue;
        const QString name = u"%1_%2.pdf"_s.arg(static_cast<int>(files.size()) + 1, 2, 10, QChar(u'0'))
                                 .arg(kitSheetTitle(kind));
        files.emplace_back(name, kind);
        if (QFileInfo::exists(QDir(folder).filePath(name)))
            there << name;
    }
    if (!there.isEmpty() &&
        !context.dialogs.confirm(parent,
                                 Texts::tr("このフォルダーには同じ名前のファイルが%1件あります（%2 など）。"
                                           "新しいものに置き換えますか。")
                                     .arg(there.size())
                                     .arg(there.front()),
                                 Texts::tr("置き換える")))
        return QStringList();
    QStringList written;
    bool cards = false;
    for (const auto &[name, kind] : files) {
        TANE_CHECK(writePdf(QDir(folder).filePath(name), prepared, kind));
        written << name;
        cards = cards || kind == KitSheet::NameCards;
    }
    if (cards)
        offerMarking(context, prepared, parent);
    return written;
}

QMenu *makeKitMenu(QWidget *parent, const std::function<void(KitSheet)> &open,
                   const std::function<void()> &all)
{
    auto *menu = new QMenu(parent);
    for (const KitSheet sheet :
         {KitSheet::Groups, KitSheet::Roster, KitSheet::NameCards, KitSheet::Signs, KitSheet::SignIn})
        QObject::connect(menu->addAction(Texts::tr("%1…").arg(kitSheetTitle(sheet))), &QAction::triggered,
                         parent, [open, sheet] { open(sheet); });
    menu->addSeparator();
    QObject::connect(menu->addAction(Texts::tr("当日の印刷物をすべて見る")), &QAction::triggered, parent,
                     all);
    return menu;
}

} // namespace tane
