#include "issues/reviewdialog.h"

#include "base/textfold.h"
#include "issues/reviewing.h"
#include "parts/gridview.h"
#include "shell/page.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

ReviewDialog::ReviewDialog(PageContext &context, const Registry &registry, const Pipeline &pipeline,
                           std::vector<WorkshopChoice> workshops, const std::vector<const IssueCard *> &cards,
                           QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_workshops(std::move(workshops))
{
    setWindowTitle(tr("その後の研修会での確認"));
    const QSize room = screen()->availableSize();
    resize(qMin(900, room.width() - 40), qMin(600, room.height() - 60));
    for (const IssueCard *card : cards) {
        if (!card->isOpen())
            continue;
        Known known{card->id, card->notedOn, issueStageText(card->stage), card->title, {}, {}, {}};
        QStringList about{cardPlace(registry, *card), card->scenes.join(u'・'), card->owner};
        about.removeAll(QString());
        known.about = about.join(u'・');
        known.last = lastReview(pipeline, card->id);
        known.folded = foldName(QString(known.title + known.about));
        m_cards.push_back(std::move(known));
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    auto *what = new QLabel(this);
    what->setWordWrap(true);
    setParagraph(what, tr("研修会で話し合った結果を、まだ終わっていない課題に付けます。「解決」にした課題は、"
                          "状態も解決になります。何も付けないものはそのままです。"));
    column->addWidget(what);
    m_message = new NoticeBar(this);
    m_message->hide();
    column->addWidget(m_message);
    auto *row = new QHBoxLayout;
    m_workshop = new QComboBox(this);
    m_workshop->setObjectName(u"reviewedAt"_s);
    m_workshop->setAccessibleName(tr("研修会"));
    for (const WorkshopChoice &each : m_workshops)
        m_workshop->addItem(each.label(), each.id);
    m_workshop->addItem(tr("研修会のほかで確認"), 0);
    m_workshop->setCurrentIndex(std::max(0, m_workshop->findData(bestWorkshop())));
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"reviewText"_s);
    m_text->setAccessibleName(tr("課題を絞り込む"));
    m_text->setPlaceholderText(tr("題名・場所・担当で絞り込む"));
    m_text->setClearButtonEnabled(true);
    row->addWidget(m_workshop, 1);
    row->addWidget(m_text, 1);
    column->addLayout(row);
    m_listed = new QLabel(this);
    m_listed->setObjectName(u"listedCards"_s);
    m_listed->setWordWrap(true);
    column->addWidget(m_listed);
    makeTable();
    column->addWidget(m_table, 1);
    m_count = secondaryLabel({}, this);
    auto *buttons = new QDialogButtonBox(this);
    m_store = buttons->addButton(tr("記録する"), QDialogButtonBox::AcceptRole);
    m_store->setObjectName(u"storeReviews"_s);
    makePrimary(m_store);
    buttons->addButton(tr("やめる"), QDialogButtonBox::RejectRole);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(buttons);
    column->addLayout(foot);
    connect(m_workshop, &QComboBox::currentIndexChanged, this, &ReviewDialog::fill);
    connect(m_text, &QLineEdit::textChanged, this, &ReviewDialog::fill);
    connect(m_store, &QPushButton::clicked, this, &ReviewDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill();
}

void ReviewDialog::makeTable()
{
    m_model = new GridModel(this);
    m_table = new GridView(tr("終わっていない課題"), m_model, this);
    m_table->setObjectName(u"reviewTable"_s);
    m_table->installEventFilter(this);
    std::vector<GridColumn> columns(Last + 1);
    const auto marked = [this](IssueReview::Outcome outcome) {
        return [this, outcome](int row) {
            const auto found = m_marks.constFind(at(row).card);
            return found != m_marks.constEnd() && *found == outcome ? u"●"_s : u"○"_s;
        };
    };
    const auto spoken = [this](IssueReview::Outcome outcome) {
        return [this, outcome](int row) {
            const bool set = m_marks.contains(at(row).card) && m_marks.value(at(row).card) == outcome;
            return set ? tr("%1の印あり").arg(reviewOutcomeText(outcome))
                       : tr("%1の印なし").arg(reviewOutcomeText(outcome));
        };
    };
    columns[Remains] = {.title = reviewOutcomeText(IssueReview::Outcome::Remains),
                        .text = marked(IssueReview::Outcome::Remains),
                        .spoken = spoken(IssueReview::Outcome::Remains)};
    columns[Solved] = {.title = reviewOutcomeText(IssueReview::Outcome::Solved),
                       .text = marked(IssueReview::Outcome::Solved),
                       .spoken = spoken(IssueReview::Outcome::Solved)};
    columns[Title] = {.title = tr("題名"), .text = [this](int row) { return at(row).title; }};
    columns[Stage] = {.title = tr("段階"), .text = [this](int row) { return at(row).stage; }};
    columns[About] = {.title = tr("場所・場面・担当"), .text = [this](int row) { return at(row).about; }};
    columns[Last] = {.title = tr("前回"), .text = [this](int row) { return at(row).last; }};
    m_model->setColumns(std::move(columns));
    m_model->setEditable(false);
    const double letters[] = {6, 4, 18, 8, 12, 6};
    for (int column = 0; column <= Last; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(Title, QHeaderView::Stretch);
    connect(m_table, &QTableView::clicked, this, &ReviewDialog::toggle);
}

const WorkshopChoice *ReviewDialog::workshop() const
{
    const auto found =
        std::ranges::find(m_workshops, m_workshop->currentData().toLongLong(), &WorkshopChoice::id);
    return found == m_workshops.end() ? nullptr : &*found;
}

/// What was raised on its day or later cannot be asked about at a workshop.
bool ReviewDialog::isBefore(const Known &card, const WorkshopChoice *held)
{
    return held == nullptr || !held->heldOn.isValid() || !card.notedOn.isValid() ||
           card.notedOn < held->heldOn;
}

/// The workshop of the window or the last one that was held, whichever asks about more. Where even that
/// leaves most cards out, they were raised since: then all are shown, and the review is of no workshop.
qint64 ReviewDialog::bestWorkshop() const
{
    const auto asked = [this](qint64 id) {
        const auto held = std::ranges::find(m_workshops, id, &WorkshopChoice::id);
        return held == m_workshops.end() ? std::ptrdiff_t{0}
                                         : std::ranges::count_if(m_cards, [&](const Known &card) {
                                               return isBefore(card, &*held);
                                           });
    };
    const QDate today = QDate::currentDate();
    const qint64 last = lastHeld(m_workshops, today),
                 shown = lastHeld(m_workshops, today, m_context.workshop);
    const qint64 best = asked(shown) >= asked(last) ? shown : last;
    return 2 * asked(best) >= static_cast<std::ptrdiff_t>(m_cards.size()) ? best : 0;
}

/// Which cards stand in the table, and why not the others.
void ReviewDialog::sayWhatIsListed()
{
    const WorkshopChoice *held = workshop();
    const auto before =
        std::ranges::count_if(m_cards, [&](const Known &card) { return isBefore(card, held); });
    const auto later = static_cast<std::ptrdiff_t>(m_cards.size()) - before;
    QString text = later == 0
                       ? tr("終わっていない課題 %1件").arg(before)
                       : tr("この研修会より前に挙がった課題 %1件（研修会の日とそのあとに挙がった%2件は、"
                            "ここでは確かめられないため出していません）")
                             .arg(before)
                             .arg(later);
    if (!m_text->text().isEmpty())
        text += tr("　絞り込み中：%1件を表示").arg(m_table->filter()->rowCount());
    setParagraph(m_listed, text);
}

void ReviewDialog::fill()
{
    const WorkshopChoice *held = workshop();
    const QString text = foldName(m_text->text());
    std::vector<qint64> ids;
    for (const Known &card : m_cards)
        ids.push_back(card.card);
    m_model->setRows(std::move(ids));
    m_table->filter()->setCondition([this, text, held](int row) {
        const Known &card = at(row);
        return isBefore(card, held) && (text.isEmpty() || card.folded.contains(text));
    });
    sayWhatIsListed();
    update();
}

void ReviewDialog::mark(const std::vector<qint64> &cards, std::optional<IssueReview::Outcome> outcome)
{
    for (const qint64 card : cards) {
        if (outcome)
            m_marks.insert(card, *outcome);
        else
            m_marks.remove(card);
    }
    m_table->viewport()->update();
    update();
}

void ReviewDialog::toggle(const QModelIndex &index)
{
    const qint64 card = index.data(GridModel::idRole).toLongLong();
    if (card == 0 || index.column() > Solved)
        return;
    const auto outcome =
        index.column() == Solved ? IssueReview::Outcome::Solved : IssueReview::Outcome::Remains;
    const bool set = m_marks.contains(card) && m_marks.value(card) == outcome;
    mark({card}, set ? std::nullopt : std::optional(outcome));
}

/// Space ticks the cell; M and K every chosen row.
bool ReviewDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Space:
            toggle(m_table->currentIndex());
            return true;
        case Qt::Key_M:
            mark(m_table->selectedIds(), IssueReview::Outcome::Remains);
            return true;
        case Qt::Key_K:
            mark(m_table->selectedIds(), IssueReview::Outcome::Solved);
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ReviewDialog::update()
{
    const auto solved = std::ranges::count(m_marks, IssueReview::Outcome::Solved);
    const auto remains = static_cast<qsizetype>(m_marks.size()) - solved;
    m_count->setText(m_marks.isEmpty() ? tr("○をクリックして付けます（選んだ行に M：まだ挙がる、K：解決）")
                                       : tr("まだ挙がる %1件・解決 %2件").arg(remains).arg(solved));
    m_store->setEnabled(!m_marks.isEmpty());
}

QString ReviewDialog::unsavedDraft() const
{
    return m_marks.isEmpty() ? QString() : tr("研修会での確認は、まだ記録していません。");
}

void ReviewDialog::store()
{
    const QDate today = QDate::currentDate();
    const WorkshopChoice *held = workshop();
    std::vector<IssueReview> reviews;
    for (const Known &card : m_cards) {
        if (!m_marks.contains(card.card))
            continue;
        IssueReview review;
        review.card = card.card;
        review.workshop = held ? held->id : 0;
        review.outcome = m_marks.value(card.card);
        if (held && held->heldOn.isValid() && held->heldOn <= today)
            review.reviewedOn = held->heldOn;
        reviews.push_back(review);
    }
    const auto stored = recordReviews(m_context.document, reviews, today, tr("研修会での確認の記録"));
    if (!stored)
        return m_message->show({Notice::Kind::Error, stored.error().toString()});
    m_marks.clear();
    Q_EMIT recorded(tr("%1件の確認を記録しました。").arg(reviews.size()));
    accept();
}

} // namespace tane
