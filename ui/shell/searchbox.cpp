#include "shell/searchbox.h"

#include "shell/icons.h"
#include "shell/widgets.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kSearchAfterMilliseconds = 200;
constexpr int kMostHits = 60;
constexpr int kFieldWidth = 240;
constexpr int kPopupWidth = 520;
constexpr int kMostRows = 8;

} // namespace

void HitModel::setHits(std::vector<SearchHit> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

const SearchHit *HitModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_hits[static_cast<std::size_t>(row)] : nullptr;
}

int HitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    const SearchHit *hit = at(index.row());
    if (!hit)
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return hit->text.simplified();
    if (role == placeRole)
        return hit->place;
    if (role == Qt::AccessibleTextRole)
        return tr("%1：%2").arg(hit->place, hit->text.simplified());
    return {};
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Scheme scheme = currentScheme(option.widget);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, color(ColorRole::WeakAccent, scheme));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect,
                          mixed(color(ColorRole::WeakAccent, scheme), color(ColorRole::Card, scheme), 0.4));
    const QRect area = option.rect.adjusted(metrics::m, 5, -metrics::m, -5);
    const QFont small = scaledFont(option.widget, type::secondary);
    const int smallHeight = QFontMetrics(small).height();
    painter->setFont(small);
    painter->setPen(color(ColorRole::SecondaryText, scheme));
    painter->drawText(QRect(area.left(), area.top(), area.width(), smallHeight), Qt::AlignLeft,
                      index.data(HitModel::placeRole).toString());
    painter->setFont(option.font);
    const QRect line(area.left(), area.top() + smallHeight + 3, area.width(),
                     area.height() - smallHeight - 3);
    const QString text =
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, line.width());
    // The words themselves, where they stand in the same spelling.
    for (const QString &word : m_words) {
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        const int x = line.left() + painter->fontMetrics().horizontalAdvance(text.left(at));
        const int width = painter->fontMetrics().horizontalAdvance(text.mid(at, word.size()));
        painter->fillRect(QRect(x, line.top() - 1, width, painter->fontMetrics().height() + 2),
                          color(ColorRole::HintBackground, scheme));
    }
    painter->setPen(color(ColorRole::Text, scheme));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignTop, text);
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, QFontMetrics(scaledFont(option.widget, type::secondary)).height() +
                     QFontMetrics(option.font).height() + 16};
}

SearchBox::SearchBox(QWidget *popupParent, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, metrics::s, 2);
    m_field = new QLineEdit(this);
    m_field->setPlaceholderText(tr("検索（Ctrl+F）"));
    m_field->setAccessibleName(tr("ファイルの中を検索"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(symbolIcon(Symbol::Search, ColorRole::SecondaryText), QLineEdit::LeadingPosition);
    m_field->setFixedWidth(kFieldWidth);
    m_field->setProperty("compact", true);
    m_field->installEventFilter(this);
    layout->addWidget(m_field);

    m_popup = new QFrame(popupParent);
    m_popup->setObjectName(u"searchPopup"_s);
    m_popup->setProperty("popup", true);
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_message = secondaryLabel({}, m_popup);
    m_message->setContentsMargins(metrics::m, metrics::s, metrics::m, metrics::s);
    m_model = new HitModel(this);
    m_delegate = new HitDelegate(this);
    m_list = new QListView(m_popup);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("検索の結果"));
    column->addWidget(m_message);
    column->addWidget(m_list);
    m_popup->hide();

    m_timer.setSingleShot(true);
    m_timer.setInterval(kSearchAfterMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &SearchBox::search);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_timer.start(); });
    connect(m_list, &QListView::clicked, this, &SearchBox::choose);
    setDocument(nullptr);
}

void SearchBox::setDocument(Document *document)
{
    m_document = document;
    m_field->setEnabled(document != nullptr);
    m_field->clear();
    close();
}

void SearchBox::begin()
{
    if (!m_document)
        return;
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!m_field->text().isEmpty())
        search();
}

bool SearchBox::isOpen() const
{
    return !m_popup->isHidden();
}

QString SearchBox::message() const
{
    return m_message->text();
}

void SearchBox::search()
{
    m_timer.stop();
    const QString query = m_field->text().simplified();
    if (!m_document || query.isEmpty()) {
        close();
        return;
    }
    auto hits = searchFile(*m_document, query, kMostHits + 1);
    if (hits)
        std::erase_if(*hits, [this](const SearchHit &hit) { return !m_pages.contains(hit.page); });
    if (!hits) {
        m_model->setHits({});
        m_message->setText(hits.error().message);
    } else {
        const bool more = hits->size() > kMostHits;
        if (more)
            hits->resize(kMostHits);
        m_message->setText(
            hits->empty()
                ? tr("「%1」は見つかりませんでした。語を短くすると見つかることがあります。").arg(query)
            : more ? tr("はじめの %1 件").arg(kMostHits)
                   : tr("%1 件").arg(hits->size()));
        m_delegate->setWords(query.split(u' '));
        m_model->setHits(std::move(*hits));
        m_list->setCurrentIndex(m_model->index(0));
    }
    showPopup();
}

void SearchBox::showPopup()
{
    const QWidget *over = m_popup->parentWidget();
    const int rows = qMin(m_model->rowCount(), kMostRows);
    const int rowHeight = qMax(30, m_list->sizeHintForRow(0));
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(rows * rowHeight);
    const int width = qMin(kPopupWidth, over->width() - 2 * metrics::s);
    m_popup->setFixedWidth(width);
    m_popup->adjustSize();
    const int right = m_field->mapTo(over, QPoint(m_field->width(), 0)).x();
    const int top = m_field->mapTo(over, QPoint(0, m_field->height())).y() + 4;
    m_popup->move(qMax(metrics::s, right - width), top);
    m_popup->raise();
    m_popup->show();
}

void SearchBox::close()
{
    m_timer.stop();
    m_popup->hide();
}

void SearchBox::choose(const QModelIndex &index)
{
    const SearchHit *hit = m_model->at(index.row());
    if (!hit)
        return;
    const SearchHit chosen = *hit;
    close();
    Q_EMIT hitChosen(chosen);
}

bool SearchBox::fieldKey(int key)
{
    const int row = m_list->currentIndex().row();
    const auto select = [this](int wanted) {
        m_list->setCurrentIndex(m_model->index(qBound(0, wanted, m_model->rowCount() - 1)));
        return true;
    };
    switch (key) {
    case Qt::Key_Down:
        return isOpen() && select(row + 1);
    case Qt::Key_Up:
        return isOpen() && select(row - 1);
    case Qt::Key_PageDown:
        return isOpen() && select(row + kMostRows);
    case Qt::Key_PageUp:
        return isOpen() && select(row - kMostRows);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_timer.isActive() || !isOpen())
            search(); // Enter comes faster than the list
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        if (!isOpen())
            m_field->clear();
        close();
        return true;
    default:
        return false;
    }
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field) {
        if (event->type() == QEvent::KeyPress && fieldKey(static_cast<QKeyEvent *>(event)->key()))
            return true;
        if (event->type() == QEvent::FocusOut &&
            static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            close();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tane
