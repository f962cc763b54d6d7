#include "survey/questionnairedetails.h"

#include "parts/fieldgrid.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/linelist.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString kindNote(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Practice:
        return QuestionnaireDetails::tr("上がった・下がったのどちらも、意識の変化として読みます。");
    case ItemKind::Explain:
        return QuestionnaireDetails::tr(
            "上がるのが期待する効果、下がるのは自信が揺らいだこととして読みます。");
    case ItemKind::Satisfaction:
        return QuestionnaireDetails::tr("研修後に一度だけ聞き、割合を示します。");
    case ItemKind::Other:
        return QuestionnaireDetails::tr("変化の読み方は示しません。");
    }
    return {};
}

} // namespace

QuestionnaireDetails::QuestionnaireDetails(QuestionnaireChanger change, QWidget *parent)
    : QWidget(parent)
    , m_change(std::move(change))
    , m_stack(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(makeItemForm());
    m_stack->addWidget(makeSetForm());
    column->addWidget(m_stack);
    column->addStretch(1);
}

SavedLine *QuestionnaireDetails::line(const QString &name, const QString &object, QString Item::*member)
{
    auto *field = new SavedLine(
        name,
        [this, name, member](const QString &text) {
            return changeItem(tr("設問の%1の変更").arg(name), [&](Item &item) { item.*member = text; });
        },
        this);
    field->setObjectName(object);
    m_fields << field;
    return field;
}

QWidget *QuestionnaireDetails::makeItemForm()
{
    auto *form = new QWidget(this);
    auto *grid = new FieldGrid;
    form->setLayout(grid);
    m_text = new SavedText(
        tr("設問の文"),
        [this](const QString &text) -> Result<> {
            if (text.isEmpty())
                return fail(ErrorCode::Usage, tr("設問の文は空にできません。"));
            return changeItem(tr("設問の文の変更"), [&](Item &item) { item.text = text; });
        },
        form);
    m_text->setObjectName(u"itemText"_s);
    m_text->setSavesEmptyWhileTyping(false);
    m_text->edit()->setLeastLines(2);
    m_itemCode = new SavedLine(
        tr("記号"), [this](const QString &text) { return rename(text); }, form);
    m_itemCode->setObjectName(u"itemCode"_s);
    m_itemCode->setSavesWhileTyping(false);
    m_fields << m_text << m_itemCode;
    m_note = line(tr("補足"), u"itemNote"_s, &Item::note);
    m_short = line(tr("短い言い方"), u"itemShort"_s, &Item::shortText);
    grid->addField(tr("設問の文"), {m_text});
    grid->addField(tr("補足"), {m_note});
    makeAsked(grid);
    makeOptions(grid);
    grid->addField(tr("短い言い方"), {m_short});
    grid->addField(tr("記号"), {m_itemCode});
    m_back = new QPushButton(tr("「研修前を今ふり返ると」の設問を添える"), form);
    m_back->setObjectName(u"addLookingBack"_s);
    m_back->setToolTip(tr("研修後に、研修前の自分を今の目で見直してもらう設問を、すぐ下に加えます。"));
    connect(m_back, &QPushButton::clicked, this, [this] {
        report(m_change(tr("ふり返りの設問の追加"), [this](Questionnaire &questionnaire) {
            addLookingBack(questionnaire, placeOf(questionnaire, m_code));
        }));
    });
    grid->addField({}, {m_back});
    return form;
}

void QuestionnaireDetails::makeAsked(FieldGrid *form)
{
    m_type = new QComboBox(this);
    m_type->setObjectName(u"itemType"_s);
    m_type->setAccessibleName(tr("答え方"));
    m_type->addItems({tr("1つ選ぶ"), tr("いくつでも選ぶ"), tr("自由に書く"), tr("数字を書く")});
    connect(m_type, &QComboBox::activated, this, [this](int index) {
        report(changeItem(tr("答え方の変更"), [index](Item &item) {
            item.type = static_cast<AnswerType>(index);
            item.ordered = item.ordered && item.type == AnswerType::Single;
            if (!item.hasOptions())
                item.options.clear();
            else if (item.options.empty())
                item.options = {{u"a"_s, tr("はい"), {}}, {u"b"_s, tr("いいえ"), {}}};
        }));
    });
    m_required = new QCheckBox(tr("必ず答える"), this);
    m_required->setObjectName(u"itemRequired"_s);
    connect(m_required, &QCheckBox::clicked, this, [this](bool on) {
        report(changeItem(tr("必須の変更"), [on](Item &item) { item.required = on; }));
    });
    form->addField(tr("答え方"), {m_type, m_required});
    const auto when = [this](const QString &text, const QString &name, bool Item::*member) {
        auto *box = new QCheckBox(text, this);
        box->setObjectName(name);
        connect(box, &QCheckBox::clicked, this, [this, member](bool on) {
            report(changeItem(tr("聞く時期の変更"), [&](Item &item) { item.*member = on; }));
        });
        return box;
    };
    m_before = when(waveText(Wave::Before), u"askedBefore"_s, &Item::askedBefore);
    m_after = when(waveText(Wave::After), u"askedAfter"_s, &Item::askedAfter);
    m_followUp = when(waveText(Wave::FollowUp), u"askedFollowUp"_s, &Item::askedFollowUp);
    form->addField(tr("いつ聞くか"), {m_before, m_after, m_followUp});
    m_role = new QComboBox(this);
    m_role->setObjectName(u"itemRole"_s);
    m_role->setAccessibleName(tr("だれに聞くか"));
    connect(m_role, &QComboBox::activated, this, [this] {
        const QString role = m_role->currentData().toString();
        report(changeItem(tr("聞く立場の変更"), [&](Item &item) { item.forRole = role; }));
    });
    form->addField(tr("だれに聞くか"), {m_role});
}

QWidget *QuestionnaireDetails::makeSetForm()
{
    auto *form = new QWidget(this);
    auto *grid = new FieldGrid;
    form->setLayout(grid);
    m_setTitle = new SavedText(
        tr("見出し"),
        [this](const QString &text) {
            return changeSet(tr("組の見出しの変更"), [&](ItemSet &set) { set.title = text; });
        },
        form);
    m_setTitle->setObjectName(u"setTitle"_s);
    m_setTitle->setSavesEmptyWhileTyping(false);
    m_setCode = new SavedLine(
        tr("組の記号"),
        [this](const QString &text) {
            const QString former = std::exchange(m_code, text);
            const auto place = static_cast<std::size_t>(m_place.set);
            auto changed = m_change(tr("組の記号の変更"), [&](Questionnaire &questionnaire) {
                if (place < questionnaire.sets.size())
                    questionnaire.sets[place].code = text;
            });
            if (!changed)
                m_code = former;
            return changed;
        },
        form);
    m_setCode->setObjectName(u"setCode"_s);
    m_setCode->setSavesWhileTyping(false);
    m_fields << m_setTitle << m_setCode;
    m_kind = new QComboBox(form);
    m_kind->setObjectName(u"setKind"_s);
    m_kind->setAccessibleName(tr("組の種類"));
    m_kind->addItems({tr("日頃の取組"), tr("説明できるか"), tr("満足度"), tr("その他")});
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        report(changeSet(tr("組の種類の変更"),
                         [index](ItemSet &set) { set.kind = static_cast<ItemKind>(index); }));
    });
    m_kindNote = secondaryLabel({}, form);
    m_kindNote->setWordWrap(true);
    grid->addField(tr("見出し"), {m_setTitle});
    grid->addField(tr("種類"), {m_kind});
    grid->addField({}, {m_kindNote});
    grid->addField(tr("記号"), {m_setCode});
    return form;
}

void QuestionnaireDetails::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

Result<> QuestionnaireDetails::changeItem(const QString &label, const std::function<void(Item &)> &change)
{
    const Result<> changed = m_change(label, [&](Questionnaire &questionnaire) {
        tane::changeItem(questionnaire, placeOf(questionnaire, m_code), change);
    });
    if (!changed) // the boxes go back to what is stored
        show(m_shown, m_place, {}, true);
    return changed;
}

Result<> QuestionnaireDetails::changeSet(const QString &label, const std::function<void(ItemSet &)> &change)
{
    const auto place = static_cast<std::size_t>(m_place.set);
    return m_change(label, [&](Questionnaire &questionnaire) {
        if (place < questionnaire.sets.size())
            change(questionnaire.sets[place]);
    });
}

Result<> QuestionnaireDetails::rename(const QString &code)
{
    const QString former = std::exchange(m_code, code);
    Q_EMIT codeChanged(code);
    const Result<> changed = m_change(tr("設問の記号の変更"), [&](Questionnaire &questionnaire) {
        Item *item = itemAt(questionnaire, placeOf(questionnaire, former));
        if (!item)
            return;
        item->code = code;
        for (ItemSet &set : questionnaire.sets)
            for (Item &each : set.items)
                if (each.looksBack == former)
                    each.looksBack = code;
    });
    if (!changed) {
        m_code = former;
        Q_EMIT codeChanged(former);
    }
    return changed;
}

void QuestionnaireDetails::leave()
{
    if (m_leaving)
        return;
    m_leaving = true;
    for (SavedField *field : std::as_const(m_fields)) {
        if (!field->commit() && !field->errorText().isEmpty())
            Q_EMIT failed(Error{ErrorCode::Usage, field->errorText(), {}, {}, {}, {}});
        field->revert();
    }
    SavedField::commitAll(m_options);
    m_leaving = false;
}

void QuestionnaireDetails::show(const Questionnaire &questionnaire, ItemPlace place, const QStringList &roles,
                                bool writable)
{
    if (m_leaving)
        return; // saving it told the page, which shows the next one in a moment
    const Item *item = itemAt(questionnaire, place);
    const bool isSet = !item && place.set >= 0 && place.set < static_cast<int>(questionnaire.sets.size());
    const QString code = item    ? item->code
                         : isSet ? questionnaire.sets[static_cast<std::size_t>(place.set)].code
                                 : QString();
    const bool other = code != m_code || place.isItem() != m_place.isItem();
    if (other) {
        leave();
        m_code = code;
        m_optionIds.clear();
    }
    m_shown = questionnaire;
    m_place = place;
    setVisible(item || isSet);
    m_stack->setCurrentIndex(item ? 0 : 1);
    // The taller form must not make the shorter one scroll.
    for (int i = 0; i < m_stack->count(); ++i)
        m_stack->widget(i)->setSizePolicy(QSizePolicy::Preferred, i == m_stack->currentIndex()
                                                                      ? QSizePolicy::Preferred
                                                                      : QSizePolicy::Ignored);
    if (item) {
        showItem(*item, questionnaire.sets[static_cast<std::size_t>(place.set)], roles);
    } else if (isSet) {
        const ItemSet &set = questionnaire.sets[static_cast<std::size_t>(place.set)];
        m_setCode->setValue(set.code);
        m_setTitle->setValue(set.title);
        m_kind->setCurrentIndex(static_cast<int>(set.kind));
        setParagraph(m_kindNote, kindNote(set.kind));
    }
    enable(writable, item);
}

void QuestionnaireDetails::showItem(const Item &item, const ItemSet &set, const QStringList &roles)
{
    m_text->setValue(item.text);
    m_note->setValue(item.note);
    m_short->setValue(item.shortText);
    m_itemCode->setValue(item.code);
    m_type->setCurrentIndex(static_cast<int>(item.type));
    m_required->setChecked(item.required);
    m_before->setChecked(item.askedBefore);
    m_after->setChecked(item.askedAfter);
    m_followUp->setChecked(item.askedFollowUp);
    if (!roles.isEmpty()) {
        m_role->clear();
        m_role->addItem(tr("全員"), QString());
        for (const QString &role : roles)
            m_role->addItem(tr("%1だけ").arg(role), role);
    }
    m_role->setCurrentIndex(std::max(0, m_role->findData(item.forRole)));
    showOptions(item, set);
}

void QuestionnaireDetails::enable(bool writable, const Item *item)
{
    for (SavedField *field : std::as_const(m_fields))
        field->setReadOnly(!writable);
    // An empty field that cannot be filled does not ask for words.
    m_note->setPlaceholder(writable ? tr("設問の下に小さく出る説明") : QString());
    m_short->setPlaceholder(writable ? tr("グラフや表に出す言い方") : QString());
    m_options->setReadOnly(!writable);
    m_common->setVisible(writable && m_common->isEnabled());
    const QList<QWidget *> others{m_type, m_required, m_before,  m_after, m_followUp,
                                  m_role, m_together, m_ordered, m_kind};
    for (QWidget *box : others)
        box->setEnabled(writable);
    const bool looksBack = item && !item->looksBack.isEmpty();
    m_back->setVisible(writable && item && item->askedAfter && !looksBack &&
                       item->type == AnswerType::Single);
    if (looksBack) // it follows the item it asks again
        m_before->setEnabled(false);
}

void QuestionnaireDetails::focusText()
{
    if (m_place.isItem()) {
        m_text->edit()->setFocus();
        m_text->edit()->selectAll();
    } else {
        m_setTitle->edit()->setFocus();
        m_setTitle->edit()->selectAll();
    }
}

} // namespace tane
