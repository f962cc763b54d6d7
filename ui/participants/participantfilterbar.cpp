#include "participants/participantfilterbar.h"

#include "base/textfold.h"
#include "people/flowlayout.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

ParticipantFilterBar::ParticipantFilterBar(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new FlowLayout(metrics::s, this);
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"participantText"_s);
    m_text->setAccessibleName(tr("氏名・所属・市町村・番号で絞り込む"));
    m_text->setPlaceholderText(tr("氏名・所属・市町村・番号"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(symbolIcon(Symbol::Search, ColorRole::SecondaryText), QLineEdit::LeadingPosition);
    m_text->setFixedWidth(200);
    row->addWidget(m_text);
    m_state = addBox(tr("状態"), u"participantState"_s);
    m_role = addBox(tr("立場"), u"participantRole"_s);
    m_area = addBox(tr("圏域"), u"participantArea"_s);
    m_part = addBox(tr("参加区分"), u"participantPart"_s);
    m_answers = addBox(tr("回答と出欠"), u"participantAnswers"_s);
    for (QComboBox *box : {m_state, m_role, m_area, m_part, m_answers})
        row->addWidget(box);
    m_answers->setMinimumContentsLength(11); // its longest choices are longer than the others'
    fill(m_answers, tr("回答と出欠：すべて"),
         {{tr("研修前が未回答"), static_cast<int>(Answers::NoBefore)},
          {tr("研修後が未回答"), static_cast<int>(Answers::NoAfter)},
          {tr("フォローアップが未回答"), static_cast<int>(Answers::NoFollowUp)},
          {tr("出席（遅刻を含む）"), static_cast<int>(Answers::Came)},
          {tr("欠席"), static_cast<int>(Answers::Absent)}});
    m_clear = new QToolButton(this);
    m_clear->setText(tr("絞り込みを解除"));
    makePlain(m_clear);
    m_clear->hide();
    row->addWidget(m_clear);
    connect(m_text, &QLineEdit::textChanged, this, &ParticipantFilterBar::update);
    connect(m_clear, &QToolButton::clicked, this, &ParticipantFilterBar::clear);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QComboBox *ParticipantFilterBar::addBox(const QString &name, const QString &objectName)
{
    auto *box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(tr("%1で絞り込む").arg(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->setMaxVisibleItems(20);
    box->view()->setMinimumWidth(200);
    connect(box, &QComboBox::currentIndexChanged, this, &ParticipantFilterBar::update);
    return box;
}

void ParticipantFilterBar::fill(QComboBox *box, const QString &all,
                                const QList<std::pair<QString, QVariant>> &items)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(all);
    for (const auto &[text, value] : items)
        box->addItem(text, value);
    const int at = chosen.isValid() ? box->findData(chosen) : 0;
    box->setCurrentIndex(std::max(0, at));
    box->setVisible(!items.isEmpty()); // nothing to choose from
}

void ParticipantFilterBar::setPeople(const std::vector<Participant> &people)
{
    QList<std::pair<QString, QVariant>> states, parts, roles, areas;
    const auto number = [&](auto matches) { return std::ranges::count_if(people, matches); };
    for (int i = 0; i <= static_cast<int>(Participant::State::Cancelled); ++i) {
        const auto state = static_cast<Participant::State>(i);
        if (const auto n = number([&](const Participant &one) { return one.state == state; }); n > 0)
            states << std::pair(tr("%1（%2）").arg(participantStateText(state)).arg(n), QVariant(i));
    }
    for (int i = 0; i <= static_cast<int>(Participant::Part::Audience); ++i) {
        const auto part = static_cast<Participant::Part>(i);
        if (const auto n = number([&](const Participant &one) { return one.part == part; }); n > 0)
            parts << std::pair(tr("%1（%2）").arg(partText(part)).arg(n), QVariant(i));
    }
    const auto words = [&](QString Participant::*member, QList<std::pair<QString, QVariant>> &into) {
        QStringList found;
        for (const Participant &one : people)
            if (!(one.*member).isEmpty() && !found.contains(one.*member))
                found << one.*member;
        for (const QString &word : std::as_const(found))
            into << std::pair(word, QVariant(word));
    };
    words(&Participant::role, roles);
    words(&Participant::area, areas);
    fill(m_state, tr("状態：すべて"), states);
    fill(m_role, tr("立場：すべて"), roles);
    fill(m_area, tr("圏域：すべて"), areas);
    fill(m_part, tr("参加区分：すべて"), parts.size() > 1 ? parts : QList<std::pair<QString, QVariant>>());
    m_clear->setVisible(isFiltering());
}

bool ParticipantFilterBar::accepts(const Participant &one, const ChasingState &state) const
{
    const auto differs = [](const QComboBox *box, const QVariant &value) {
        return box->currentData().isValid() && box->currentData() != value;
    };
    if (differs(m_state, static_cast<int>(one.state)) || differs(m_role, one.role) ||
        differs(m_area, one.area) || differs(m_part, static_cast<int>(one.part)))
        return false;
    const auto missing = [&](Wave wave) {
        return state.isAsked(one, wave) && !state.answered.surely.value(one.id).has(wave) &&
               !state.answered.maybe.value(one.id).has(wave);
    };
    using Attendance = Participant::Attendance;
    const bool came = one.attendance == Attendance::Present || one.attendance == Attendance::Late;
    switch (static_cast<Answers>(m_answers->currentData().toInt())) {
    case Answers::NoBefore:
        if (!missing(Wave::Before))
            return false;
        break;
    case Answers::NoAfter:
        if (!missing(Wave::After))
            return false;
        break;
    case Answers::NoFollowUp:
        if (!missing(Wave::FollowUp))
            return false;
        break;
    case Answers::Came:
        if (!came)
            return false;
        break;
    case Answers::Absent:
        if (one.attendance != Attendance::Absent)
            return false;
        break;
    case Answers::Any:
        break;
    }
    const QString wanted = foldName(m_text->text());
    if (wanted.isEmpty())
        return true;
    const QStringList words{one.name,         one.kana, one.number, one.affiliation, one.centre,
                            one.municipality, one.area, one.role,   one.email,       one.note};
    return foldName(words.join(u'\n')).contains(wanted);
}

bool ParticipantFilterBar::isFiltering() const
{
    return !m_text->text().trimmed().isEmpty() ||
           std::ranges::any_of(std::array{m_state, m_role, m_area, m_part, m_answers},
                               [](const QComboBox *box) { return box->currentIndex() > 0; });
}

QString ParticipantFilterBar::description() const
{
    QStringList parts;
    for (const QComboBox *box : {m_state, m_role, m_area, m_part, m_answers})
        if (box->currentIndex() > 0)
            parts << box->currentText();
    if (const QString text = m_text->text().trimmed(); !text.isEmpty())
        parts << tr("「%1」").arg(text);
    return parts.join(u"・"_s);
}

void ParticipantFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        for (QComboBox *box : {m_state, m_role, m_area, m_part, m_answers})
            box->setCurrentIndex(0);
        m_text->clear();
    }
    update();
}

void ParticipantFilterBar::update()
{
    m_clear->setVisible(isFiltering());
    Q_EMIT changed();
}

} // namespace tane
