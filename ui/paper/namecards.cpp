// Name cards of 91 × 55 mm.
#include "paper/kitdrawing.h"

namespace tane {

using namespace kitdrawing;

namespace {

constexpr double kWide = 91, kHigh = 55, kSide = 14, kTop = 11;
constexpr int kColumns = 2, kRows = 5, kCards = kColumns * kRows;
constexpr QSizeF kPage(210, 297);
// Sheets shift by a millimetre in a printer: nothing comes closer to the edge of a card.
constexpr double kInset = 4;
const QRectF kBlock(kInset, kInset, 21, kHigh - 2 * kInset);
const QRectF kWords(kInset + 25, kInset, kWide - 2 * kInset - 25, kHigh - 2 * kInset);

/// The group at the left: its number large, a name of its own below; 講師 and so on for those without one.
void drawBlock(PaperDrawing &card, const KitPerson &person, const QString &group)
{
    if (person.group == 0) {
        card.fill(kBlock, QColor(0x50, 0x58, 0x55));
        const QString what = person.part == Participant::Part::Learner ? QString() : person.role;
        centred(card,
                fitted(what, {.sizeMm = 8, .bold = true, .align = Qt::AlignHCenter, .leading = 1.15},
                       kBlock.width() - 2, what.size() > 3 ? 2 : 1),
                kBlock, Qt::white);
        return;
    }
    groupBlock(card, kBlock, person.group);
    const QString number = QString::number(person.group);
    const PaperText large(
        number,
        {.sizeMm = number.size() > 2 ? 11.0 : 17.0, .bold = true, .align = Qt::AlignHCenter, .leading = 1.1},
        kBlock.width());
    const bool named = group != Texts::tr("%1班").arg(person.group);
    const PaperText name =
        fitted(named ? group : Texts::tr("班"),
               {.sizeMm = named ? 4.2 : 6, .bold = true, .align = Qt::AlignHCenter, .leading = 1.15},
               kBlock.width() - 2, 3);
    const double top = kBlock.center().y() - (large.height() + name.height()) / 2 - 1;
    card.text(large, {kBlock.left(), top}, Qt::white);
    card.text(name, {kBlock.left() + 1, top + large.height()}, Qt::white);
}

void drawWords(PaperDrawing &card, const KitPerson &person, bool largeKana)
{
    const double wide = kWords.width();
    const QString role = person.part == Participant::Part::Learner ? person.role : QString();
    card.text(fitted(role, {.sizeMm = 3.4, .leading = 1.2}, wide), kWords.topLeft(),
              ink(ColorRole::SecondaryText));
    const bool onlyName = person.kana.isEmpty();
    double kanaSize = largeKana ? 10.5 : 3.8, nameSize = largeKana && !onlyName ? 5 : 11;
    constexpr double top = 5, room = 29, smaller = 0.93; // between the role and the rule
    PaperText kana, name;
    do {
        kana = fitted(person.kana, {.sizeMm = kanaSize, .bold = largeKana, .leading = 1.25}, wide, 1,
                      largeKana ? kanaSize * 0.62 : 2.2);
        name = fitted(person.name, {.sizeMm = nameSize, .bold = true, .leading = 1.2}, wide, 2);
        kanaSize *= smaller;
        nameSize *= smaller;
    } while (kana.height() + name.height() > room && kanaSize > 2);
    const double from = kWords.top() + top + (room - kana.height() - name.height()) / 2;
    card.text(kana, {kWords.left(), from}, ink(ColorRole::Text));
    card.text(name, {kWords.left(), from + kana.height()}, ink(ColorRole::Text));
    const double rule = kWords.bottom() - 12;
    card.fill(QRectF(kWords.left(), rule, wide, 0.3), ink(ColorRole::Line));
    const QString place = person.title.isEmpty() ? person.place : QString(person.place + u' ' + person.title);
    card.text(fitted(place.trimmed(), {.sizeMm = 4, .leading = 1.25}, wide, 2), {kWords.left(), rule + 1.8},
              ink(ColorRole::Text));
}

PaperDrawing blankCard()
{
    PaperDrawing card;
    card.outline(kBlock, ink(ColorRole::Line), 0.4);
    card.text(PaperText(Texts::tr("班"), {.sizeMm = 5, .align = Qt::AlignHCenter}, kBlock.width()),
              {kBlock.left(), kBlock.bottom() - 9}, ink(ColorRole::SecondaryText));
    const auto line = [&card](double y, const QString &caption) {
        card.text(PaperText(caption, {.sizeMm = 2.8}), {kWords.left(), y - 13},
                  ink(ColorRole::SecondaryText));
        card.fill(QRectF(kWords.left(), y, kWords.width(), 0.3), ink(ColorRole::Line));
    };
    line(kWords.top() + 26, Texts::tr("お名前"));
    line(kWords.bottom() - 1, Texts::tr("所属"));
    return card;
}

/// Short lines in the margin of the page, where to cut.
void addCropMarks(PaperDrawing &page)
{
    constexpr double length = 5, away = 2, width = 0.15;
    const QRectF area(kSide, kTop, kColumns * kWide, kRows * kHigh);
    for (int column = 0; column <= kColumns; ++column) {
        const double x = kSide + column * kWide;
        page.line({x, area.top() - away - length}, {x, area.top() - away}, Qt::black, width);
        page.line({x, area.bottom() + away}, {x, area.bottom() + away + length}, Qt::black, width);
    }
    for (int row = 0; row <= kRows; ++row) {
        const double y = kTop + row * kHigh;
        page.line({area.left() - away - length, y}, {area.left() - away, y}, Qt::black, width);
        page.line({area.right() + away, y}, {area.right() + away + length, y}, Qt::black, width);
    }
}

} // namespace

QRectF cardPlace(int card)
{
    const int onPage = card % kCards;
    return {kSide + (onPage % kColumns) * kWide, kTop + (onPage / kColumns) * kHigh, kWide, kHigh};
}

std::vector<KitPerson> cardPeople(const Kit &kit, const CardOptions &options)
{
    std::vector<KitPerson> people;
    for (const KitGroup &group : kit.groups)
        for (const KitPerson &person : group.members)
            if (!options.onlyChanged || person.changed)
                people.push_back(person);
    for (const KitPerson &person : kit.others)
        if (options.others && !options.onlyChanged && !person.online)
            people.push_back(person);
    return people;
}

PaperPages nameCards(const Kit &kit, const CardOptions &options)
{
    std::vector<PaperDrawing> cards;
    for (const KitPerson &person : cardPeople(kit, options)) {
        PaperDrawing card;
        drawBlock(card, person,
                  person.group > 0 ? kit.groups.at(static_cast<std::size_t>(person.group) - 1).title
                                   : QString());
        drawWords(card, person, options.largeKana);
        cards.push_back(std::move(card));
    }
    const int blank = cards.empty() && options.blank == 0 ? kCards : options.blank;
    cards.insert(cards.end(), static_cast<std::size_t>(blank), blankCard());
    std::vector<PaperDrawing> pages;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (i % kCards == 0) {
            pages.emplace_back();
            pages.back().setSize(kPage);
            if (options.cropMarks)
                addCropMarks(pages.back());
        }
        pages.back().append(cards[i], cardPlace(static_cast<int>(i)).topLeft());
    }
    const QRectF inked(kSide + kInset, kTop + kInset, kColumns * kWide - 2 * kInset,
                       kRows * kHigh - 2 * kInset);
    return {kitSheetTitle(KitSheet::NameCards), kPage, inked, std::move(pages)};
}

} // namespace tane
