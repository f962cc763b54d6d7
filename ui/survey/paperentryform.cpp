#include "survey/paperentryform.h"

#include "base/textfold.h"
#include "shell/editors/growingedit.h"
#include "shell/widgets.h"
#include "survey/answerreader.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kFieldWidth = 200;

bool asksForWords(const Item &item)
{
    if (!item.hasOptions())
        return true;
    for (const Option &option : item.options)
        if (foldText(option.text).startsWith(foldText(u"その他"_s)))
            return true;
    return false;
}

} // namespace

// ---- one item ----

PaperEntryRow::PaperEntryRow(int index, const Item &item, QWidget *parent)
    : QFrame(parent)
    , m_index(index)
    , m_item(item)
{
    setObjectName(u"paperRow"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::m, metrics::s, metrics::m, metrics::s);
    column->setSpacing(metrics::xs);
    auto *text = new QLabel(this);
    setParagraph(text, item.code + u"　"_s + item.text);
    text->setWordWrap(true);
    column->addWidget(text);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::xs);
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        const Option &option = item.options[i];
        const QString shown = option.shortText.isEmpty() ? option.text : option.shortText;
        auto *button = new QPushButton(QString(option.code + u" "_s + shown), this);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus); // the keys are the form's
        button->setToolTip(option.text);
        button->setAccessibleName(tr("%1　%2").arg(item.code, option.text));
        connect(button, &QPushButton::clicked, this, [this, i](bool on) {
            choose(static_cast<int>(i), on);
            Q_EMIT picked();
        });
        m_options << button;
        row->addWidget(button);
    }
    if (item.type == AnswerType::Text) {
        m_words = new GrowingEdit(this);
        m_words->setLeastLines(2);
        m_words->setAccessibleName(item.text);
        column->addWidget(m_words);
    } else if (asksForWords(item)) {
        m_line = new QLineEdit(this);
        m_line->setMaximumWidth(kFieldWidth);
        m_line->setAccessibleName(item.text);
        m_line->setPlaceholderText(item.hasOptions() ? tr("その他の内容") : tr("数字"));
        row->addWidget(m_line);
    }
    row->addStretch(1);
    column->addLayout(row);
    m_difference = new QLabel(this);
    m_difference->setObjectName(u"difference"_s);
    m_difference->setWordWrap(true);
    m_difference->hide();
    column->addWidget(m_difference);
    setCurrent(false);
}

void PaperEntryRow::choose(int option, bool on)
{
    for (int i = 0; i < m_options.size(); ++i)
        if (i == option)
            m_options[i]->setChecked(on);
        else if (m_item.type == AnswerType::Single)
            m_options[i]->setChecked(false);
}

bool PaperEntryRow::tick(const QString &key)
{
    if (m_options.isEmpty() || key.isEmpty())
        return false;
    const Mark mark = readMark(m_item, key.toUtf8().toStdString());
    if (mark < 0)
        return false;
    choose(mark, m_item.type == AnswerType::Single || !m_options[mark]->isChecked());
    return true;
}

void PaperEntryRow::untick()
{
    for (QPushButton *button : std::as_const(m_options))
        button->setChecked(false);
}

QWidget *PaperEntryRow::field() const
{
    return m_words ? static_cast<QWidget *>(m_words) : m_line;
}

PaperAnswer::Of PaperEntryRow::answer() const
{
    PaperAnswer::Of answer;
    for (int i = 0; i < m_options.size(); ++i) {
        if (!m_options[i]->isChecked())
            continue;
        if (m_item.type == AnswerType::Single)
            answer.mark = static_cast<Mark>(i);
        else
            answer.several << static_cast<Mark>(i);
    }
    answer.text = m_words ? m_words->toPlainText().trimmed() : m_line ? m_line->text().trimmed() : QString();
    if (m_item.type == AnswerType::Number)
        answer.text = readNumber(answer.text).value_or(answer.text);
    return answer;
}

void PaperEntryRow::setAnswer(const PaperAnswer::Of &answer)
{
    for (int i = 0; i < m_options.size(); ++i)
        m_options[i]->setChecked(answer.mark == i || answer.several.contains(static_cast<Mark>(i)));
    if (m_words)
        m_words->setPlainText(answer.text);
    if (m_line)
        m_line->setText(answer.text);
    setDifference({});
}

void PaperEntryRow::setCurrent(bool current)
{
    setLook(this, "look", current ? u"paper-current"_s : u"paper"_s);
    setStyleSheet(current ? u"#paperRow { background: palette(alternate-base); border: 1px solid "
                            "palette(highlight); border-radius: 6px; }"_s
                          : u"#paperRow { border: 1px solid transparent; border-radius: 6px; }"_s);
}

QString PaperEntryRow::inWords(const PaperAnswer::Of &answer) const
{
    QStringList words;
    const auto add = [&](Mark mark) {
        if (mark >= 0 && mark < static_cast<Mark>(m_item.options.size()))
            words << m_item.options[static_cast<std::size_t>(mark)].text;
    };
    add(answer.mark);
    for (const Mark mark : answer.several)
        add(mark);
    if (!answer.text.isEmpty())
        words << answer.text;
    return words.isEmpty() ? tr("（無回答）") : words.join(u"、"_s);
}

void PaperEntryRow::setDifference(const QString &text)
{
    m_difference->setVisible(!text.isEmpty());
    setParagraph(m_difference, text);
}

// ---- the sheet ----

PaperEntryForm::PaperEntryForm(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"paperEntryForm"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("回答の入力"));
    setAccessibleDescription(tr("選択肢の記号か番号のキーで答えを入れます。スペースで飛ばし、Backspace "
                                "で戻り、Enter で次の方へ進みます。"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_list = new QWidget(this);
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    column->addWidget(m_list);
    column->addStretch(1);
}

void PaperEntryForm::setItems(const Questionnaire &asked, const Questionnaire &all)
{
    for (PaperEntryRow *row : std::as_const(m_rows))
        delete row;
    qDeleteAll(m_list->findChildren<QLabel *>(u"paperSet"_s, Qt::FindDirectChildrenOnly));
    m_rows.clear();
    m_current = -1;
    m_items = all.items().size();
    auto *layout = static_cast<QVBoxLayout *>(m_list->layout());
    for (const ItemSet &set : asked.sets) {
        auto *title = new QLabel(QString(set.code + u"　"_s + set.title), m_list);
        title->setObjectName(u"paperSet"_s);
        title->setFont(scaledFont(this, type::cardTitle, true));
        title->setWordWrap(true);
        layout->addWidget(title);
        for (const Item &item : set.items) {
            auto *row = new PaperEntryRow(all.indexOf(item.code), item, m_list);
            const int place = static_cast<int>(m_rows.size());
            connect(row, &PaperEntryRow::picked, this, [this, place] { go(place); });
            if (QWidget *field = row->field())
                field->installEventFilter(this);
            m_rows << row;
            layout->addWidget(row);
        }
    }
}

void PaperEntryForm::clear()
{
    for (PaperEntryRow *row : std::as_const(m_rows))
        row->setAnswer({});
    if (PaperEntryRow *last = row())
        last->setCurrent(false);
    m_current = -1;
}

std::vector<PaperAnswer::Of> PaperEntryForm::answers() const
{
    std::vector<PaperAnswer::Of> answers(m_items);
    for (const PaperEntryRow *row : m_rows)
        if (row->index() >= 0)
            answers[static_cast<std::size_t>(row->index())] = row->answer();
    return answers;
}

void PaperEntryForm::showDifferences(const std::vector<int> &items, const std::vector<PaperAnswer::Of> &first)
{
    bool found = false;
    for (int place = 0; place < m_rows.size(); ++place) {
        PaperEntryRow *row = m_rows[place];
        const bool differs = std::find(items.begin(), items.end(), row->index()) != items.end();
        row->setDifference(
            differs ? tr("1回目：%1").arg(row->inWords(first[static_cast<std::size_t>(row->index())]))
                    : QString());
        if (differs && !std::exchange(found, true))
            go(place);
    }
}

void PaperEntryForm::begin()
{
    setFocus();
    go(0);
}

PaperEntryRow *PaperEntryForm::row() const
{
    return m_current >= 0 && m_current < m_rows.size() ? m_rows[m_current] : nullptr;
}

// Items of words take the focus; on all others the keys are the form's.
void PaperEntryForm::go(int place)
{
    if (place < 0 || place >= m_rows.size())
        return;
    if (PaperEntryRow *last = row())
        last->setCurrent(false);
    m_current = place;
    PaperEntryRow *now = m_rows[place];
    now->setCurrent(true);
    if (now->options().isEmpty() && now->field())
        now->field()->setFocus();
    else
        setFocus();
    Q_EMIT currentChanged(now);
}

void PaperEntryForm::keyPressEvent(QKeyEvent *event)
{
    PaperEntryRow *now = row();
    if (!now)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT finished();
    case Qt::Key_Backspace:
    case Qt::Key_Up:
        go(m_current - 1);
        if (event->key() == Qt::Key_Backspace && row() != now && row()->item().type == AnswerType::Single)
            row()->untick();
        return;
    case Qt::Key_Space:
        if (now->item().type == AnswerType::Single)
            now->untick();
        go(m_current + 1);
        return;
    case Qt::Key_Down:
        return go(m_current + 1);
    default:
        break;
    }
    // ｂ typed with the input method on comes as a full-width letter.
    const QString key = event->text().normalized(QString::NormalizationForm_KC);
    if (event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier) || !now->tick(key))
        return QWidget::keyPressEvent(event);
    if (now->item().type == AnswerType::Single)
        go(m_current + 1);
}

// In a field of words Enter hands over (Shift+Enter begins a line), and Backspace in an empty one goes back.
bool PaperEntryForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        for (int place = 0; place < m_rows.size(); ++place)
            if (m_rows[place]->field() == watched && place != m_current) {
                if (PaperEntryRow *last = row())
                    last->setCurrent(false);
                m_current = place;
                m_rows[place]->setCurrent(true);
                Q_EMIT currentChanged(m_rows[place]);
            }
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
        setFocus();
        Q_EMIT finished();
        return true;
    }
    const PaperEntryRow *now = row();
    if (key->key() == Qt::Key_Backspace && now && now->answer().text.isEmpty()) {
        go(m_current - 1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

// Tab goes from one field of words to the next.
bool PaperEntryForm::focusNextPrevChild(bool next)
{
    const int by = next ? 1 : -1;
    const bool inField = row() && row()->field() && row()->field()->hasFocus();
    for (int place = inField || !next ? m_current + by : std::max(0, m_current);
         place >= 0 && place < m_rows.size(); place += by)
        if (QWidget *field = m_rows[place]->field(); field && !field->hasFocus()) {
            field->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    return QWidget::focusNextPrevChild(next);
}

} // namespace tane
