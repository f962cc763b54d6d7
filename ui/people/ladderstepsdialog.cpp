#include "people/ladderstepsdialog.h"

#include "parts/fieldgrid.h"
#include "shell/columnscroll.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/widgets.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

LadderStepsDialog::LadderStepsDialog(PageContext &pageContext, QWidget *parent)
    : QDialog(parent)
    , m_context(pageContext)
{
    setWindowTitle(tr("レベルの段階"));
    const QSize room = screen()->availableSize();
    resize(qMin(680, room.width() - 40), qMin(660, room.height() - 60));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    auto *text = new QLabel(this);
    setParagraph(text, tr("上ほど初めの段階です。名前や説明を変えても、これまでの評価はそのまま残ります。"
                          "企画に書いたレベル（level 1-1 など）とは、同じ名前の段階で比べます。"));
    text->setWordWrap(true);
    m_message = new NoticeBar(this);
    m_message->setObjectName(u"stepsMessage"_s);
    m_message->hide();
    auto *scroll = new ColumnScroll(this);
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, metrics::s, 0);
    m_column = new QVBoxLayout;
    m_column->setSpacing(metrics::m);
    inner->addLayout(m_column);
    inner->addStretch(1);
    scroll->setContent(content);
    auto *buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(tr("最後に段階を加える"), QDialogButtonBox::ActionRole);
    m_remove = buttons->addButton(tr("最後の段階を外す"), QDialogButtonBox::ActionRole);
    QPushButton *reset = buttons->addButton(tr("はじめの段階に戻す"), QDialogButtonBox::ResetRole);
    buttons->addButton(tr("閉じる"), QDialogButtonBox::RejectRole);
    const bool writable = !pageContext.document.isReadOnly();
    for (QPushButton *button : {m_add, m_remove, reset})
        button->setEnabled(writable);
    connect(m_add, &QPushButton::clicked, this, [this] {
        report(change([](Ladder &ladder) -> Result<> {
            ladder.steps.push_back({.name = tr("新しい段階")});
            return {};
        }));
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        report(change([](Ladder &ladder) -> Result<> {
            if (ladder.steps.size() < 2)
                return fail(ErrorCode::Usage, tr("段階は1つ以上必要です。"));
            ladder.steps.pop_back();
            return {};
        }));
    });
    connect(reset, &QPushButton::clicked, this,
            [this] { report(saveLadder(m_context.document, builtInLadder())); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto all = buttons->findChildren<QPushButton *>();
    for (QPushButton *button : all)
        button->setAutoDefault(false); // Enter saves a field here, and presses no button
    column->addWidget(text);
    column->addWidget(m_message);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    connect(&pageContext.document, &Document::changed, this, &LadderStepsDialog::fill);
    fill();
    m_rows.front().name->setFocus(); // and not the button that puts everything back
}

LadderStepsDialog::~LadderStepsDialog()
{
    disconnect(&m_context.document, nullptr, this, nullptr);
}

Result<> LadderStepsDialog::change(const std::function<Result<>(Ladder &)> &edit)
{
    TANE_TRY(Ladder ladder, loadLadder(m_context.document));
    TANE_CHECK(edit(ladder));
    return saveLadder(m_context.document, ladder);
}

void LadderStepsDialog::report(const Result<> &result)
{
    if (result)
        m_message->hide();
    else
        m_message->show({Notice::Kind::Error, result.error().message});
}

void LadderStepsDialog::fill()
{
    const auto ladder = loadLadder(m_context.document);
    if (!ladder)
        return report(std::unexpected(ladder.error()));
    while (m_rows.size() > ladder->steps.size()) {
        m_rows.back().frame->hide();
        m_rows.back().frame->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < ladder->steps.size())
        m_rows.push_back(makeRow(m_rows.size()));
    const bool readOnly = m_context.document.isReadOnly();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const LadderStep &step = ladder->steps[i];
        m_rows[i].name->setValue(step.name);
        m_rows[i].title->setValue(step.title);
        m_rows[i].state->setValue(step.state);
        m_rows[i].name->setReadOnly(readOnly);
        m_rows[i].title->setReadOnly(readOnly);
        m_rows[i].state->setReadOnly(readOnly);
    }
}

LadderStepsDialog::Row LadderStepsDialog::makeRow(std::size_t step)
{
    Row row;
    auto *card = new Card({}, this);
    row.frame = card;
    const auto save = [this, step](QString LadderStep::*member, const QString &text) {
        return change([&](Ladder &ladder) -> Result<> {
            if (step < ladder.steps.size())
                ladder.steps[step].*member = text;
            return {};
        });
    };
    const QString number = tr("%1番目の段階").arg(step + 1);
    row.name = new SavedLine(
        tr("%1の名前").arg(number),
        [save](const QString &text) -> Result<> {
            if (text.isEmpty())
                return fail(ErrorCode::Usage, tr("名前は空にできません。"));
            return save(&LadderStep::name, text);
        },
        card);
    row.name->setFixedWidth(120);
    row.title = new SavedLine(
        tr("%1の見出し").arg(number), [save](const QString &text) { return save(&LadderStep::title, text); },
        card);
    row.title->setPlaceholder(tr("短い見出し"));
    row.state = new SavedText(
        tr("%1の状態").arg(number), [save](const QString &text) { return save(&LadderStep::state, text); },
        card);
    row.state->setPlaceholder(tr("この段階の方は、どのように取り組んでいますか"));
    auto *grid = new FieldGrid(64);
    card->body()->addLayout(grid);
    grid->addField(tr("名前"), {row.name, row.title});
    grid->addField(tr("状態"), {row.state});
    m_column->addWidget(card);
    return row;
}

// What is typed is saved before the dialog goes; what is refused keeps it open.
void LadderStepsDialog::done(int result)
{
    if (SavedField::commitAll(this))
        QDialog::done(result);
}

} // namespace tane
