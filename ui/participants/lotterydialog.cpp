#include "participants/lotterydialog.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "parts/fieldgrid.h"
#include "printing/previewdialog.h"
#include "shell/widgets.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

LotteryDialog::LotteryDialog(PageContext &context, const Workshop &workshop,
                             std::vector<Participant> participants, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_workshop(workshop)
    , m_participants(std::move(participants))
{
    setWindowTitle(tr("受講者の抽選"));
    const QSize room = screen()->availableSize();
    resize(qMin(640, room.width() - 40), qMin(600, room.height() - 60));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    m_message = new NoticeBar(this);
    m_message->hide();
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"lotterySummary"_s);
    m_summary->setWordWrap(true);
    column->addWidget(m_message);
    column->addWidget(m_summary);
    makeQuestion();
    makeResult();
    makeButtons();
    const Capacity capacity = capacityOf(m_workshop, m_participants);
    const int places = std::max(0, capacity.free().value_or(0));
    setParagraph(m_summary,
                 tr("申込み・キャンセル待ちの %1名から、残りの %2名を抽選で決めます。外れた方は、引いた順の"
                    "キャンセル待ちになります。")
                     .arg(capacity.applied + capacity.waiting)
                     .arg(std::min(places, capacity.applied + capacity.waiting)));
}

void LotteryDialog::makeQuestion()
{
    m_question = new QWidget(this);
    auto *column = new QVBoxLayout(m_question);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    auto *grid = new FieldGrid(84);
    column->addLayout(grid);
    m_seed = new QLineEdit(QString::number(newLotterySeed()), m_question);
    m_seed->setObjectName(u"lotterySeed"_s);
    m_seed->setAccessibleName(tr("抽選の番号"));
    grid->addField(tr("抽選の番号"), {m_seed});
    m_note = new QLineEdit(m_question);
    m_note->setObjectName(u"lotteryNote"_s);
    m_note->setAccessibleName(tr("備考"));
    m_note->setPlaceholderText(tr("立ち会った方など（記録に残ります）"));
    grid->addField(tr("備考"), {m_note});
    auto *hint = secondaryLabel({}, m_question);
    hint->setWordWrap(true);
    setParagraph(
        hint,
        tr("同じ名簿と同じ番号からは、いつ、どのパソコンで引いても同じ結果になります。番号は、立ち会った方に"
           "決めてもらうこともできます。"));
    column->addWidget(hint);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_question);
}

void LotteryDialog::makeResult()
{
    m_model = new GridModel(this);
    m_model->setEditable(false);
    const auto entry = [this](int row) -> const Lottery::Entry & {
        return m_lottery.entries[static_cast<std::size_t>(row)];
    };
    m_model->setColumns({{.title = tr("引いた順"),
                          .text = [entry](int row) { return QString::number(entry(row).drawn); },
                          .sort = [entry](int row) { return QVariant(entry(row).drawn); },
                          .number = true},
                         {.title = tr("結果"),
                          .text =
                              [this, entry](int row) {
                                  return entry(row).drawn <= m_lottery.places ? tr("当選")
                                                                              : tr("キャンセル待ち");
                              }},
                         {.title = tr("番号"),
                          .text =
                              [this, entry](int row) {
                                  const Participant *one = find(entry(row).participant);
                                  return one != nullptr ? one->number : QString();
                              }},
                         {.title = tr("氏名"), .text = [this, entry](int row) {
                              const Participant *one = find(entry(row).participant);
                              return one != nullptr ? one->name : tr("（削除された方）");
                          }}});
    m_table = new GridView(tr("抽選の結果"), m_model, this);
    m_table->setObjectName(u"lotteryResults"_s);
    const double letters[] = {5, 8, 5, 12};
    for (int column = 0; column < 4; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->hide();
    static_cast<QVBoxLayout *>(layout())->addWidget(m_table, 1);
    static_cast<QVBoxLayout *>(layout())->addStretch(0);
}

void LotteryDialog::makeButtons()
{
    m_withNames = new QCheckBox(tr("記録に氏名も載せる"), this);
    m_withNames->setObjectName(u"lotteryNames"_s);
    m_withNames->hide();
    auto *buttons = new QDialogButtonBox(this);
    m_draw = buttons->addButton(tr("抽選する"), QDialogButtonBox::ActionRole);
    m_draw->setObjectName(u"drawLots"_s);
    makePrimary(m_draw);
    m_print = buttons->addButton(tr("抽選記録を印刷…"), QDialogButtonBox::ActionRole);
    m_print->setObjectName(u"printLottery"_s);
    m_print->hide();
    m_close = buttons->addButton(tr("やめる"), QDialogButtonBox::RejectRole);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_withNames);
    layout()->addWidget(buttons);
    connect(m_draw, &QPushButton::clicked, this, &LotteryDialog::draw);
    connect(m_print, &QPushButton::clicked, this, &LotteryDialog::print);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void LotteryDialog::showError(const Error &error)
{
    m_message->show({Notice::Kind::Error, error.toString()}, false);
}

void LotteryDialog::draw()
{
    bool number = false;
    const qint64 seed = asciiDigits(m_seed->text().trimmed()).toLongLong(&number);
    if (!number || seed < 0)
        return showError(
            {.code = ErrorCode::Usage, .message = tr("抽選の番号は、0以上の整数で書いてください。")});
    const auto drawn = drawLottery(m_context.document, m_workshop.id, seed, m_note->text().trimmed());
    if (!drawn)
        return showError(drawn.error());
    m_message->hide();
    showResult(*drawn);
}

void LotteryDialog::showLast()
{
    const auto all = lotteriesOf(m_context.document, m_workshop.id);
    if (!all)
        return showError(all.error());
    if (!all->empty())
        showResult(all->front());
}

void LotteryDialog::showResult(const Lottery &lottery)
{
    m_lottery = lottery;
    std::ranges::sort(m_lottery.entries, {}, &Lottery::Entry::drawn);
    std::vector<qint64> rows;
    for (const Lottery::Entry &each : m_lottery.entries)
        rows.push_back(each.participant);
    m_model->setRows({});
    m_model->setRows(std::move(rows));
    const QDateTime at = QDateTime::fromString(m_lottery.drawnAt, Qt::ISODate);
    const int entries = static_cast<int>(m_lottery.entries.size());
    QString text = tr("%1、番号 %2 で抽選しました。%3名のうち当選 %4名、キャンセル待ち %5名です。")
                       .arg(at.isValid() ? QString(eraDate(at.date()) + at.time().toString(u" H:mm"_s))
                                         : m_lottery.drawnAt)
                       .arg(m_lottery.seed)
                       .arg(entries)
                       .arg(std::min(m_lottery.places, entries))
                       .arg(std::max(0, entries - m_lottery.places));
    text += u'\n' + (repeats(m_lottery)
                         ? tr("同じ名簿と番号からもう一度引いて、同じ結果になることを確かめました。")
                         : tr("記録と、引き直した結果が違います。あとから方が削除されています。"));
    setParagraph(m_summary, text);
    m_question->hide();
    m_draw->hide();
    m_table->show();
    m_withNames->show();
    m_print->show();
    m_close->setText(tr("閉じる"));
    m_print->setFocus();
}

const Participant *LotteryDialog::find(qint64 id) const
{
    const auto found = std::ranges::find(m_participants, id, &Participant::id);
    return found == m_participants.end() ? nullptr : &*found;
}

QString LotteryDialog::summary() const
{
    return m_summary->text();
}

void LotteryDialog::print()
{
    const auto prefecture = WorkshopRepository(m_context.document).prefecture();
    if (!prefecture)
        return showError(prefecture.error());
    const auto make = [workshop = m_workshop, lottery = m_lottery, people = m_participants,
                       name = *prefecture, names = m_withNames->isChecked()](FormSheet::Paper paper) {
        FormSheet sheet = makeLotterySheet(workshop, lottery, people, name, names);
        sheet.paper = paper;
        return sheet;
    };
    auto *dialog =
        new PreviewDialog([make](FormSheet::Paper paper) { return Result<FormSheet>(make(paper)); },
                          make(FormSheet::Paper::A4), tr("抽選記録"), m_context.dialogs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace tane
