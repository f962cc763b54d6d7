#include "shell/widgets.h"

#include "shell/icons.h"
#include "shell/theme.h"

#include <QButtonGroup>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

Scheme currentScheme(const QWidget *)
{
    // Not the widget's own palette: a style sheet rule with a background changes that.
    return schemeOf(QGuiApplication::palette());
}

QFont scaledFont(const QWidget *widget, double points, bool bold)
{
    QFont font = widget->font();
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

void setLook(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void makePrimary(QPushButton *button)
{
    setLook(button, "primary", true);
}

void makePlain(QAbstractButton *button)
{
    setLook(button, "plain", true);
}

QString paragraphHtml(const QString &html)
{
    return u"<p style=\"line-height:140%; margin:0\">%1</p>"_s.arg(html);
}

void setParagraph(QLabel *label, const QString &plainText)
{
    QString html = plainText.toHtmlEscaped();
    html.replace(u'\n', u"<br>"_s);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setText(paragraphHtml(html));
    label->setAccessibleName(plainText);
}

QLabel *secondaryLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(scaledFont(label, type::secondary));
    label->setProperty("tone", u"secondary"_s);
    return label;
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return {qMin(hint.width(), fontMetrics().averageCharWidth() * 6), hint.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(),
                          shown, foregroundRole());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const bool cut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
        if (cut)
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return cut;
    }
    return QLabel::event(event);
}

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(metrics::cardPadding, metrics::m, metrics::cardPadding, metrics::m);
    outer->setSpacing(metrics::m);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::s);
    m_title = new QLabel(title, this);
    m_title->setFont(scaledFont(this, type::cardTitle, true));
    m_title->setVisible(!title.isEmpty());
    m_subtitle = secondaryLabel({}, this);
    m_subtitle->setVisible(false);
    head->addWidget(m_title, 0, Qt::AlignBaseline);
    head->addWidget(m_subtitle, 1, Qt::AlignBaseline);
    outer->addLayout(head);
    m_body = new QVBoxLayout;
    m_body->setSpacing(metrics::s);
    outer->addLayout(m_body, 1);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void Card::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}

void Card::setAccented(bool accented)
{
    m_accented = accented;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(color(ColorRole::Line, scheme));
    painter.setBrush(color(ColorRole::Card, scheme));
    painter.drawRoundedRect(frame, metrics::cardRadius, metrics::cardRadius);
    if (m_accented) {
        // Clipped to a strip so that the bar keeps the round corners of the card.
        painter.setClipRect(QRect(0, 0, metrics::xs, height()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorRole::Accent, scheme));
        painter.drawRoundedRect(QRectF(rect()), metrics::cardRadius, metrics::cardRadius);
    }
}

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::m);
    m_title = new QLabel(title, this);
    m_title->setFont(scaledFont(this, type::pageTitle, true));
    m_context = new ElidedLabel({}, this);
    m_context->setFont(scaledFont(this, type::secondary));
    m_context->setProperty("tone", u"secondary"_s);
    // Two labels of different size share a line when their baselines do: both are centred, and the smaller
    // one is let down.
    m_context->setContentsMargins(0, 5, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_context, 1);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(metrics::s);
    layout->addLayout(m_actions);
    setMinimumHeight(34);
}

void PageHeader::setContext(const QString &text)
{
    m_context->setText(text);
}

void PageHeader::addAction(QWidget *widget)
{
    m_actions->addWidget(widget);
}

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
{
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::m, 5, 6, 5);
    layout->setSpacing(metrics::s);
    setMinimumHeight(38);
    m_icon = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setContentsMargins(0, 3, 0, 0); // the room between lines comes below each line
    m_text->setFocusPolicy(Qt::NoFocus);    // the text is read out as the bar's name
    m_close = new QToolButton(this);
    m_close->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    m_close->setIconSize({12, 12});
    m_close->setToolTip(tr("閉じる"));
    m_close->setAccessibleName(tr("お知らせを閉じる"));
    makePlain(m_close);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    setVisible(false);
}

void NoticeBar::show(const Notice &notice, bool dismissible)
{
    const bool error = notice.kind == Notice::Kind::Error;
    const bool info = notice.kind == Notice::Kind::Info;
    const ColorRole ink = error ? ColorRole::ErrorText : info ? ColorRole::Accent : ColorRole::HintText;
    m_icon->setPixmap(
        symbolIcon(error ? Symbol::Warning : Symbol::Info, ink).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_plain = notice.text;
    setParagraph(m_text, notice.text);
    m_close->setVisible(dismissible);
    setLook(this, "kind", error ? u"error"_s : info ? u"info"_s : u"hint"_s);
    // The labels' colour depends on the property of their parent, which the style caches.
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
    setAccessibleName(notice.text);
    setDetail({});
    setAction({});
    setVisible(true);
}

void NoticeBar::setAction(const QString &text)
{
    // Made when first wanted: a button without words has nothing to say to a screen reader.
    if (!m_action && !text.isEmpty()) {
        m_action = new QPushButton(this);
        m_action->setObjectName(u"noticeAction"_s);
        makePlain(m_action);
        auto *row = static_cast<QHBoxLayout *>(layout());
        row->insertWidget(row->indexOf(m_close), m_action);
        connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionTriggered);
    }
    if (!m_action)
        return;
    if (!text.isEmpty())
        m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

QString NoticeBar::text() const
{
    return m_plain;
}

void NoticeBar::setDetail(const QString &detail)
{
    m_text->setToolTip(detail);
}

SegmentedControl::SegmentedControl(QWidget *parent)
    : QWidget(parent)
{
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_buttons = new QButtonGroup(this);
    m_buttons->setExclusive(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    // Toggled, not clicked: arrow keys and the mouse come the same way.
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            Q_EMIT currentIndexChanged(id);
    });
}

void SegmentedControl::setItems(const QStringList &labels)
{
    const int kept = currentIndex();
    {
        const QSignalBlocker blocker(m_buttons);
        const auto old = m_buttons->buttons();
        for (QAbstractButton *button : old) {
            m_buttons->removeButton(button);
            button->hide();
            button->deleteLater();
        }
        for (int i = 0; i < labels.size(); ++i) {
            auto *button = new QPushButton(labels[i], this);
            button->setCheckable(true);
            button->setAutoDefault(false);
            const bool first = i == 0;
            const bool last = i == labels.size() - 1;
            button->setProperty("segment", first && last ? u"only"_s
                                           : first       ? u"first"_s
                                           : last        ? u"last"_s
                                                         : u"middle"_s);
            m_buttons->addButton(button, i);
            m_layout->addWidget(button);
            button->show(); // now, not when the event loop gets to it: pages ask how wide this is
        }
        const int index = kept >= 0 && kept < labels.size() ? kept : 0;
        if (QAbstractButton *button = m_buttons->button(index))
            button->setChecked(true);
    }
    if (currentIndex() != kept)
        Q_EMIT currentIndexChanged(currentIndex());
}

int SegmentedControl::currentIndex() const
{
    return m_buttons->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (QAbstractButton *button = m_buttons->button(index))
        button->setChecked(true);
}

EmptyState::EmptyState(const QString &title, const QString &sentence, const QString &button, QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::m);
    auto *heading = new QLabel(title, this);
    heading->setFont(scaledFont(this, type::pageTitle, true));
    heading->setAlignment(Qt::AlignCenter);
    auto *text = new QLabel(this);
    setParagraph(text, sentence);
    text->setProperty("tone", u"secondary"_s);
    text->setAlignment(Qt::AlignCenter);
    text->setMinimumWidth(280);
    text->setMaximumWidth(520);
    // Between stretches and not aligned: an aligned item is not asked how high it is at its width.
    auto *sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch(1);
    sentenceRow->addWidget(text, 100);
    sentenceRow->addStretch(1);
    m_button = new QPushButton(button, this);
    makePrimary(m_button);
    m_link = new QLabel(this);
    m_link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_link->setFocusPolicy(Qt::StrongFocus);
    m_link->setVisible(false);
    connect(m_link, &QLabel::linkActivated, this, [this] { Q_EMIT linkActivated(); });
    column->addWidget(heading);
    column->addLayout(sentenceRow);
    column->addSpacing(metrics::xs);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    m_buttons = new QVBoxLayout;
    column->addLayout(m_buttons);
    column->addWidget(m_link, 0, Qt::AlignHCenter);
    outer->addLayout(column);
    outer->addStretch(3);
}

QPushButton *EmptyState::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

void EmptyState::setLink(const QString &text)
{
    m_link->setText(u"<a href=\"#\">%1</a>"_s.arg(text.toHtmlEscaped()));
    m_link->setAccessibleName(text);
    m_link->setVisible(!text.isEmpty());
}

} // namespace tane
