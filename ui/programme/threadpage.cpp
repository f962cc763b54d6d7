#include "programme/threadpage.h"

#include "programme/programme.h"
#include "programme/threadpicture.h"
#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// So many are named above the picture; the next come up as these are dealt with.
constexpr std::size_t kNamed = 4;

QString link(const QString &target, const QString &text)
{
    return u"<a href=\"%1\">%2</a>"_s.arg(target,
                                          ThreadPage::tr("「%1」").arg(shortened(text)).toHtmlEscaped());
}

} // namespace

ThreadPage::ThreadPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("根拠のつながり"), About::Programme, pageContext, parent)
{
    m_empty = new EmptyState(
        tr("目標から評価までをつなぎます"),
        tr("目標を書くと、どの企画・時間割・設問がその目標に役立ち、結果がどうだったかを線で結べます。"),
        tr("目標を書く"), this);
    m_empty->button()->setObjectName(u"openGoals"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"goals"_s); });
    body()->addWidget(m_empty, 1);
    makeContent();
}

void ThreadPage::makeContent()
{
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    body()->addWidget(m_content, 1);

    m_warnings = new Card(tr("確かめたいところ"), m_content);
    m_unmeasured = new QLabel(m_warnings);
    m_unmeasured->setObjectName(u"unmeasured"_s);
    m_aimless = new QLabel(m_warnings);
    m_aimless->setObjectName(u"aimless"_s);
    for (QLabel *label : {m_unmeasured, m_aimless}) {
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        label->setFocusPolicy(Qt::StrongFocus);
        connect(label, &QLabel::linkActivated, this, &ThreadPage::goTo);
        m_warnings->body()->addWidget(label);
    }
    m_noItems = new QLabel(m_warnings);
    m_noItems->setObjectName(u"noItems"_s);
    m_noItems->setTextFormat(Qt::RichText);
    m_noItems->setWordWrap(true);
    m_noItems->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_noItems->setFocusPolicy(Qt::StrongFocus);
    m_noItems->setText(
        paragraphHtml(tr("設問がまだありません。調査票は研修会の設計で選びます。").toHtmlEscaped() +
                      u"　<a href=\"workshop\">%1</a>"_s.arg(tr("研修会の設計を開く"))));
    connect(m_noItems, &QLabel::linkActivated, this, [this](const QString &page) { Q_EMIT openPage(page); });
    m_warnings->body()->addWidget(m_noItems);
    column->addWidget(m_warnings);
    makeTools();

    m_area = new QScrollArea(m_content);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setMinimumHeight(320);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_picture = new ThreadPicture;
    m_picture->setObjectName(u"thread"_s);
    m_area->setWidget(m_picture);
    column->addWidget(m_area, 1);
    // The heads stay on top: they are painted where the part that is seen begins.
    connect(m_area->verticalScrollBar(), &QScrollBar::valueChanged, m_picture,
            qOverload<>(&ThreadPicture::update));
    connect(m_picture, &ThreadPicture::seeRequested, this, [this](const QRect &box) {
        const int head = static_cast<int>(ThreadLayout::headHeight * m_picture->zoom());
        m_area->ensureVisible(box.left(), box.top() - head, metrics::s, 0);
        m_area->ensureVisible(box.right(), box.bottom(), metrics::s, metrics::s);
    });
    connect(m_picture, &ThreadPicture::linkRequested, this, &ThreadPage::setLink);
    connect(m_picture, &ThreadPicture::chosenChanged, this, &ThreadPage::showChosen);
    connect(m_picture, &ThreadPicture::zoomChanged, this,
            [this](double zoom) { m_zoom->setText(tr("%1%").arg(qRound(zoom * 100))); });
}

void ThreadPage::makeTools()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::xs);
    m_prompt = new QLabel(m_content);
    m_prompt->setObjectName(u"prompt"_s);
    m_prompt->setProperty("tone", u"secondary"_s);
    row->addWidget(m_prompt, 1);
    m_release = new QPushButton(tr("目標の選択を外す"), m_content);
    m_release->setObjectName(u"release"_s);
    m_release->setToolTip(tr("Esc"));
    makePlain(m_release);
    connect(m_release, &QPushButton::clicked, this, [this] { m_picture->chooseGoal(0); });
    row->addWidget(m_release);
    const auto tool = [&](const QString &text, const QString &name, const QString &id, auto action) {
        auto *button = new QToolButton(m_content);
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setObjectName(id);
        connect(button, &QToolButton::clicked, this, action);
        row->addWidget(button);
    };
    tool(tr("－"), tr("縮小"), u"zoomOut"_s, [this] {
        m_fits = false;
        m_picture->setZoom(m_picture->zoom() / 1.15);
    });
    m_zoom = new QLabel(tr("100%"), m_content);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(44);
    row->addWidget(m_zoom);
    tool(tr("＋"), tr("拡大"), u"zoomIn"_s, [this] {
        m_fits = false;
        m_picture->setZoom(m_picture->zoom() * 1.15);
    });
    tool(tr("幅に合わせる"), tr("図を画面の幅に合わせる"), u"zoomFit"_s, [this] {
        m_fits = true;
        fitWidth();
    });
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(row);
}

void ThreadPage::fill()
{
    const auto owner = RecordTable<Programme>(document()).load(programme());
    const auto groups = RecordTable<TargetGroup>(document()).all(u"programme"_s, programme());
    const auto thread = evidenceThread(document(), programme());
    if (!report(owner) || !report(groups) || !report(thread))
        return;
    header()->setContext(owner->title);
    const bool any = !thread->goals.empty();
    m_empty->setVisible(!any);
    m_content->setVisible(any);
    QHash<qint64, QString> names;
    for (const TargetGroup &group : *groups)
        names.insert(group.id, group.name);
    m_picture->setEditable(isWritable());
    m_picture->setThread(*thread, names);
    showWarnings(*thread);
    showChosen();
    if (m_fits)
        fitWidth();
}

void ThreadPage::showWarnings(const EvidenceThread &thread)
{
    QStringList goals;
    for (const Goal &goal : thread.goals) {
        if (std::ranges::find(thread.unmeasuredGoals, goal.id) != thread.unmeasuredGoals.end())
            goals << link(u"goal:%1"_s.arg(goal.id), goal.text);
    }
    QStringList items;
    for (const EvidenceNode &node : thread.nodes) {
        const bool aimless = node.kind == EvidenceKind::Item &&
                             std::ranges::find(thread.aimlessItems, node.id) != thread.aimlessItems.end();
        if (aimless)
            items << link(u"item:%1"_s.arg(node.id), node.label);
    }
    const auto show = [](QLabel *label, const QString &sentence, const QStringList &links) {
        label->setVisible(!links.isEmpty());
        QString text = sentence.arg(links.size()).toHtmlEscaped() + u"　"_s +
                       links.mid(0, static_cast<qsizetype>(kNamed)).join(u"　"_s);
        if (links.size() > static_cast<qsizetype>(kNamed))
            text += tr("　ほか%1件").arg(links.size() - static_cast<qsizetype>(kNamed));
        label->setText(links.isEmpty() ? QString() : paragraphHtml(text));
    };
    show(m_unmeasured, tr("測る設問のない短期の目標 %1件："), goals);
    show(m_aimless, tr("どの目標にもつながっていない設問 %1件："), items);
    const bool asked =
        std::ranges::find(thread.nodes, EvidenceKind::Item, &EvidenceNode::kind) != thread.nodes.end();
    m_noItems->setVisible(!asked);
    m_warnings->setVisible(!goals.isEmpty() || !items.isEmpty() || !asked);
}

QString ThreadPage::warnings() const
{
    return m_unmeasured->text() + m_aimless->text();
}

void ThreadPage::showChosen()
{
    const qint64 goal = m_picture->chosenGoal();
    const ThreadNode *node = m_picture->picture().find({0, goal});
    m_release->setVisible(node != nullptr);
    if (node == nullptr)
        m_prompt->setText(tr("目標を選ぶと、つながるものを結べます。"));
    else if (!isWritable())
        m_prompt->setText(tr("「%1」につながるものを表示しています。").arg(shortened(node->label)));
    else
        m_prompt->setText(
            tr("「%1」につながるものを選んでください。もう一度選ぶと外れます。").arg(shortened(node->label)));
}

void ThreadPage::setLink(qint64 goal, EvidenceKind kind, qint64 target, bool linked)
{
    report(setGoalLink(document(), goal, kind, target, linked));
}

void ThreadPage::fitWidth()
{
    // The bar at the side comes and goes with the height: its room is left free.
    const double room = m_area->width() - m_area->verticalScrollBar()->sizeHint().width() - 2;
    const double wanted = m_picture->picture().size().width();
    if (room > 0 && wanted > 0)
        m_picture->setZoom(qBound(0.7, room / wanted, 1.15)); // smaller could not be read
}

/// "goal:12" chooses the goal, so that its item can be picked next; "item:5" shows the item.
void ThreadPage::goTo(const QString &link)
{
    const qint64 id = link.section(u':', 1).toLongLong();
    const bool goal = link.startsWith(u"goal"_s);
    if (goal)
        m_picture->chooseGoal(id);
    m_picture->setFocus(Qt::OtherFocusReason);
    m_picture->setCurrent({goal ? 0 : ThreadLayout::columnOf(EvidenceKind::Item), id});
    bringIntoView(m_area);
}

bool ThreadPage::reveal(const QString &table, qint64 row)
{
    if (table != "goal"_L1 || m_picture->picture().find({0, row}) == nullptr)
        return false;
    goTo(u"goal:%1"_s.arg(row));
    return true;
}

void ThreadPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    if (m_fits && m_content->isVisible()) {
        layout()->activate();
        fitWidth();
    }
}

} // namespace tane
