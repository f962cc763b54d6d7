#include "grouping/kitpage.h"

#include "grouping/kitcard.h"
#include "grouping/materialsdialog.h"
#include "grouping/poster.h"
#include "grouping/showkit.h"
#include "grouping/timercard.h"
#include "shell/editors/savedfield.h"
#include "shell/editors/savedline.h"
#include "shell/flowlayout.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// Below this width the cards stand in one column.
constexpr int kSideBySide = 820;

QString paperOf(KitSheet sheet)
{
    switch (sheet) {
    case KitSheet::Groups:
    case KitSheet::PosterGuide:
        return u"A3"_s;
    case KitSheet::Slides:
        return u"16:9"_s;
    case KitSheet::Poster:
        return {};
    default:
        return u"A4"_s;
    }
}

} // namespace

KitPage::KitPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("当日の印刷物"), About::Workshop, pageContext, parent)
{
    m_all = new QPushButton(tr("まとめて PDF…"), this);
    m_all->setObjectName(u"saveAll"_s);
    m_all->setToolTip(tr("「まとめに入れる」にした印刷物を、一つのフォルダーに PDF で保存します"));
    addHeaderAction(m_all);
    connect(m_all, &QPushButton::clicked, this, &KitPage::saveAll);
    makeNoGroups();
    m_timer = new TimerCard(pageContext, this);
    makeCards();
    makeOptions();
}

void KitPage::makeNoGroups()
{
    m_noGroups = new Card({}, this);
    m_noGroups->setObjectName(u"noGroups"_s);
    m_noGroups->setAccented(true);
    auto *text = new QLabel(m_noGroups);
    text->setWordWrap(true);
    setParagraph(
        text, tr("使う班がまだ決まっていません。［班分け］で班を作り、使う案を決めると、名札や班の一覧に班が"
                 "入ります。白紙の模造紙や卓上札は、いまでも用意できます。"));
    auto *button = new QPushButton(tr("班分けを開く"), m_noGroups);
    button->setObjectName(u"openGroups"_s);
    connect(button, &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"groups"_s); });
    auto *row = new QHBoxLayout;
    row->addWidget(text, 1);
    row->addWidget(button);
    m_noGroups->body()->addLayout(row);
    body()->addWidget(m_noGroups);
}

void KitPage::makeCards()
{
    // By what is done with them: on the door, at the desk, on the tables, on the walls, by the staff.
    constexpr std::array order{KitSheet::NameCards,   KitSheet::SignIn,   KitSheet::Groups,
                               KitSheet::Roster,      KitSheet::Signs,    KitSheet::Poster,
                               KitSheet::PosterGuide, KitSheet::Slides,   KitSheet::RunningOrder,
                               KitSheet::Facilitator, KitSheet::Materials};
    m_cardArea = new QWidget(this);
    m_grid = new QGridLayout(m_cardArea);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(metrics::m);
    for (const KitSheet sheet : order) {
        auto *card = new KitCard(sheet, m_cardArea);
        card->setPaper(paperOf(sheet));
        card->setChosen(sheet != KitSheet::PosterGuide && sheet != KitSheet::Poster);
        connect(card, &KitCard::previewRequested, this, &KitPage::preview);
        connect(card, &KitCard::pdfRequested, this, &KitPage::savePdf);
        connect(card, &KitCard::chosenChanged, this,
                [this] { m_all->setEnabled(std::ranges::any_of(m_cards, &KitCard::isChosen)); });
        m_cards << card;
    }
    body()->addWidget(m_timer);
    body()->addWidget(m_cardArea);
    body()->addStretch();
    arrange();
}

KitCard *KitPage::card(KitSheet sheet) const
{
    return *std::ranges::find(m_cards, sheet, &KitCard::sheet);
}

void KitPage::makeOptions()
{
    KitCard *cards = card(KitSheet::NameCards);
    m_onlyChanged = cards->addOption(tr("班が変わった方だけ"),
                                     tr("前に印刷済みにしたときから班が変わった方と、まだ印刷していない方"));
    m_largeKana = cards->addOption(tr("ふりがなを大きく"));
    m_cropMarks = cards->addOption(tr("切り取りの目印"), tr("普通の紙に印刷して切るときに"));
    const auto number = [](KitCard *owner, const QString &caption, const QString &suffix, int least,
                           int most) {
        auto *holder = new QWidget(owner);
        auto *row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        auto *label = new QLabel(caption, holder);
        auto *spin = new QSpinBox(holder);
        spin->setRange(least, most);
        spin->setSuffix(suffix);
        spin->setAccessibleName(caption);
        label->setBuddy(spin);
        row->addWidget(label);
        row->addWidget(spin);
        owner->options()->addWidget(holder);
        return spin;
    };
    m_blankCards = number(cards, tr("白紙の予備"), tr(" 枚"), 0, 100);
    KitCard *signs = card(KitSheet::Signs);
    m_folded = signs->addOption(tr("二つ折り（両側から読める）"));
    m_groups = number(signs, tr("班の数"), tr(" 班"), 1, 99);
    makePosterOptions(card(KitSheet::Poster));
    auto *materials = new QPushButton(tr("数え方を変える…"), this);
    materials->setObjectName(u"materialNumbers"_s);
    card(KitSheet::Materials)->options()->addWidget(materials);
    connect(materials, &QPushButton::clicked, this, &KitPage::openMaterials);
    m_onlyChanged->setObjectName(u"onlyChanged"_s);
    m_largeKana->setObjectName(u"largeKana"_s);
    m_blankCards->setObjectName(u"blankCards"_s);
    m_groups->setObjectName(u"blankGroups"_s);
    showOptions();
    for (QCheckBox *box : {m_onlyChanged, m_largeKana, m_cropMarks, m_folded, m_landscape, m_blankPosters})
        connect(box, &QCheckBox::toggled, this, &KitPage::rememberOptions);
    for (QSpinBox *spin : {m_blankCards, m_groups})
        connect(spin, &QSpinBox::valueChanged, this, &KitPage::rememberOptions);
    connect(m_poster, &QComboBox::activated, this, &KitPage::rememberOptions);
}

void KitPage::makePosterOptions(KitCard *poster)
{
    m_poster = new QComboBox(poster);
    m_poster->setObjectName(u"posterPaper"_s);
    m_poster->setAccessibleName(tr("模造紙の用紙"));
    for (const QString &name : posterPaperNames()) {
        const QSizeF size = posterSize(*posterPaperOf(name));
        m_poster->addItem(name == "A3x"_L1
                              ? tr("A3 の貼り合わせ（四六判の大きさ）")
                              : tr("%1（%2×%3mm）").arg(name).arg(size.width()).arg(size.height()));
    }
    poster->options()->addWidget(m_poster);
    m_landscape = poster->addOption(tr("横長にする"));
    m_blankPosters =
        poster->addOption(tr("班の名前を入れない"), tr("1枚だけ作ります。必要な数をコピーするときに"));
    m_scenes = new SavedLine(
        tr("模造紙の場面"),
        [this](const QString &text) {
            return saveKitChoice(document(), workshop(), u"scenes"_s, text, tr("模造紙の場面"));
        },
        poster);
    m_scenes->setObjectName(u"scenes"_s);
    m_scenes->setPlaceholder(usualScenes().join(u'、'));
    m_scenes->edit()->setToolTip(
        tr("「、」で区切って6つまで。空欄なら四つの場面です。ほかの例：%1").arg(furtherScenes().join(u'、')));
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("場面"), poster);
    label->setBuddy(m_scenes->edit());
    label->setMinimumHeight(metrics::rowHeight); // beside the field, not beside its error
    row->addWidget(label, 0, Qt::AlignTop);
    row->addWidget(m_scenes, 1);
    poster->body()->insertLayout(2, row);
}

void KitPage::showOptions()
{
    const KitChoices choices = kitChoices(context().settings);
    m_onlyChanged->setChecked(choices.onlyChanged);
    m_largeKana->setChecked(choices.largeKana);
    m_cropMarks->setChecked(choices.cropMarks);
    m_folded->setChecked(choices.folded);
    m_landscape->setChecked(choices.landscape);
    m_blankPosters->setChecked(choices.blankPosters);
    m_blankCards->setValue(choices.blankCards);
    m_groups->setValue(choices.groups);
    m_poster->setCurrentIndex(static_cast<int>(choices.poster));
}

void KitPage::rememberOptions()
{
    KitChoices choices;
    choices.onlyChanged = m_onlyChanged->isChecked();
    choices.largeKana = m_largeKana->isChecked();
    choices.cropMarks = m_cropMarks->isChecked();
    choices.folded = m_folded->isChecked();
    choices.landscape = m_landscape->isChecked();
    choices.blankPosters = m_blankPosters->isChecked();
    choices.blankCards = m_blankCards->value();
    choices.groups = m_groups->value();
    choices.poster = static_cast<PosterPaper>(m_poster->currentIndex());
    remember(context().settings, choices);
}

void KitPage::fill()
{
    auto kit = loadKit(document(), workshop());
    const auto scenes = kitChoice(document(), workshop(), u"scenes"_s);
    if (!report(kit) || !report(scenes))
        return;
    m_kit = std::move(*kit);
    const bool groups = m_kit.hasGroups();
    m_noGroups->setVisible(!groups);
    m_groups->parentWidget()->setVisible(!groups);
    m_onlyChanged->setVisible(groups);
    m_scenes->setValue(*scenes);
    m_scenes->setReadOnly(!isWritable());
    for (KitCard *each : std::as_const(m_cards)) {
        each->setGap(needsGroups(each->sheet()) || groups ? kitGap(each->sheet(), m_kit) : QString());
        each->setPrintable(groups || !needsGroups(each->sheet()));
    }
    m_timer->setTimetable(m_kit.timetable, m_kit.workshop.title);
    QString line = workshopName(m_kit.workshop);
    if (groups)
        line += tr("　%1班・%2名").arg(m_kit.groups.size()).arg(m_kit.seated());
    header()->setContext(line);
    m_all->setEnabled(std::ranges::any_of(m_cards, &KitCard::isChosen));
}

void KitPage::arrange()
{
    const int columns = width() >= kSideBySide ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void KitPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    arrange();
}

void KitPage::preview(KitSheet sheet)
{
    SavedField::commitAll(this);
    report(showKit(context(), sheet, this));
}

void KitPage::savePdf(KitSheet sheet)
{
    SavedField::commitAll(this);
    const auto path = saveKitPdf(context(), sheet, this);
    if (report(path) && !path->isEmpty())
        Q_EMIT notice({Notice::Kind::Info, tr("「%1」に保存しました。").arg(QFileInfo(*path).fileName())});
}

void KitPage::saveAll()
{
    SavedField::commitAll(this);
    std::vector<KitSheet> sheets;
    for (const KitCard *each : std::as_const(m_cards))
        if (each->isChosen())
            sheets.push_back(each->sheet());
    const auto written = saveKitFolder(context(), sheets, this);
    if (report(written) && !written->isEmpty())
        Q_EMIT notice({Notice::Kind::Info, tr("%1件の PDF を保存しました（%2 から %3 まで）。")
                                               .arg(written->size())
                                               .arg(written->front(), written->back())});
}

void KitPage::openMaterials()
{
    const int groups = m_kit.hasGroups() ? static_cast<int>(m_kit.groups.size()) : m_groups->value();
    constexpr int perGroup = 6;
    const int people = m_kit.seated() > 0 ? m_kit.seated() : groups * perGroup;
    auto *dialog = new MaterialsDialog(document(), workshop(), groups, people, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace tane
