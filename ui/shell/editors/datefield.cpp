#include "shell/editors/datefield.h"

#include "base/fiscalyear.h"
#include "base/typeddate.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

DateField::DateField(const QString &name, Save save, QWidget *parent)
    : SavedField(parent)
    , m_save(std::move(save))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::xs);
    m_edit = new QLineEdit(row);
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(tr("例：令和8年11月21日"));
    m_edit->setMinimumWidth(m_edit->fontMetrics().horizontalAdvance(u"例：令和88年88月88日"_s) + 24);
    m_weekday = secondaryLabel({}, row);
    m_weekday->setMinimumWidth(m_weekday->fontMetrics().horizontalAdvance(u"(土)"_s));
    m_button = new QToolButton(row);
    m_button->setIcon(symbolIcon(Symbol::Calendar));
    m_button->setToolTip(tr("カレンダーから選ぶ (Alt+↓)"));
    m_button->setAccessibleName(tr("%1をカレンダーから選ぶ").arg(name));
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_weekday);
    layout->addWidget(m_button);
    adopt(row, m_edit);
    setSavesWhileTyping(false);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        edited();
        updateWeekday();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &SavedField::commit);
    connect(m_button, &QToolButton::clicked, this, &DateField::openCalendar);
}

void DateField::setValue(QDate date)
{
    m_value = date;
    setStored(eraDate(date));
    updateWeekday();
}

void DateField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void DateField::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
    m_button->setVisible(!readOnly);
}

QString DateField::shownText() const
{
    return m_edit->text();
}

void DateField::showText(const QString &text)
{
    m_edit->setText(text);
    updateWeekday();
}

std::optional<QDate> DateField::read(const QString &text) const
{
    return parseTypedDate(text, m_earliest.isValid() ? m_earliest : QDate::currentDate());
}

void DateField::updateWeekday()
{
    const std::optional<QDate> date = read(m_edit->text());
    m_weekday->setText(
        date ? u"(%1)"_s.arg(QLocale(QLocale::Japanese).dayName(date->dayOfWeek(), QLocale::ShortFormat))
             : QString());
}

Result<> DateField::store(const QString &text)
{
    QDate date;
    if (!text.trimmed().isEmpty()) {
        const std::optional<QDate> typed = read(text);
        if (!typed)
            return fail(ErrorCode::Usage,
                        (namesMissingDay(text) ? tr("「%1」という日はありません。日付を確かめてください。")
                                               : tr("「%1」は日付として読めません。「令和8年11月21日」"
                                                    "「R8.11.21」「11/21」のように書いてください。"))
                            .arg(text.trimmed()));
        date = *typed;
    }
    if (date != m_value)
        TANE_CHECK(m_save(date));
    m_value = date;
    setStored(eraDate(date));
    showText(eraDate(date));
    return {};
}

void DateField::openCalendar()
{
    if (m_edit->isReadOnly())
        return;
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(metrics::xs, metrics::xs, metrics::xs, metrics::xs);
    auto *calendar = new QCalendarWidget(popup);
    calendar->setLocale(QLocale(QLocale::Japanese, QLocale::Japan));
    calendar->setFirstDayOfWeek(Qt::Sunday);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setAccessibleName(m_edit->accessibleName());
    const std::optional<QDate> typed = read(m_edit->text());
    if (const QDate start = typed ? *typed : m_value.isValid() ? m_value : m_suggestion; start.isValid())
        calendar->setSelectedDate(start);
    layout->addWidget(calendar);
    connect(calendar, &QCalendarWidget::activated, popup, [this, popup](QDate date) {
        m_edit->setText(eraDate(date));
        updateWeekday();
        popup->close();
        commit();
    });
    connect(calendar, &QCalendarWidget::clicked, calendar, &QCalendarWidget::activated);
    popup->adjustSize();
    popup->move(mapToGlobal(QPoint(0, m_edit->height() + 2)));
    popup->show();
    calendar->setFocus();
}

bool DateField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && key->modifiers().testFlag(Qt::AltModifier)) {
            openCalendar();
            return true;
        }
    }
    return SavedField::eventFilter(watched, event);
}

} // namespace tane
