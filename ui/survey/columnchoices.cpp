#include "survey/columnchoices.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QStandardItemModel>

namespace tane {

namespace {

constexpr int kKindStep = 100000; ///< room for fields and items below it

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::ColumnChoices", text);
}

/// A meaning as one number, for the data of a box.
int encode(const ColumnMeaning &meaning)
{
    switch (meaning.kind) {
    case ColumnMeaning::Kind::Ignored:
        return 0;
    case ColumnMeaning::Kind::Person:
        return kKindStep + static_cast<int>(meaning.field);
    case ColumnMeaning::Kind::Answer:
        return 2 * kKindStep + meaning.item;
    case ColumnMeaning::Kind::FreeText:
        return 3 * kKindStep + meaning.item;
    }
    return 0;
}

ColumnMeaning decode(int code)
{
    const int rest = code % kKindStep;
    switch (code / kKindStep) {
    case 1:
        return {ColumnMeaning::Kind::Person, static_cast<Field>(rest), -1};
    case 2:
        return {ColumnMeaning::Kind::Answer, Field::Name, rest};
    case 3:
        return {ColumnMeaning::Kind::FreeText, Field::Name, rest};
    default:
        return {};
    }
}

void addTitle(QComboBox *box, const QString &text)
{
    box->addItem(text, -1);
    if (auto *model = qobject_cast<QStandardItemModel *>(box->model()))
        model->item(box->count() - 1)->setEnabled(false);
}

} // namespace

QString meaningName(const ColumnMeaning &meaning, const Questionnaire &questionnaire)
{
    const std::vector<Questionnaire::ItemRef> items = questionnaire.items();
    const bool known = meaning.item >= 0 && meaning.item < static_cast<int>(items.size());
    const QString code = known ? items[static_cast<std::size_t>(meaning.item)].item->code : QString();
    switch (meaning.kind) {
    case ColumnMeaning::Kind::Ignored:
        return tr("使わない");
    case ColumnMeaning::Kind::Person:
        return fieldName(meaning.field);
    case ColumnMeaning::Kind::Answer:
        return tr("設問 %1").arg(code);
    case ColumnMeaning::Kind::FreeText:
        return tr("設問 %1 の自由記述").arg(code);
    }
    return {};
}

void fillColumnChoices(QComboBox *box, const Questionnaire &questionnaire)
{
    const auto add = [&](const ColumnMeaning &meaning) {
        box->addItem(meaningName(meaning, questionnaire), encode(meaning));
    };
    add({});
    addTitle(box, tr("── 人の項目"));
    for (int i = 0; i < kFieldCount; ++i)
        add({ColumnMeaning::Kind::Person, static_cast<Field>(i), -1});
    addTitle(box, tr("── 設問"));
    const std::vector<Questionnaire::ItemRef> items = questionnaire.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item &item = *items[i].item;
        if (item.hasOptions())
            add({ColumnMeaning::Kind::Answer, Field::Name, static_cast<int>(i)});
        if (!item.isComparable())
            add({ColumnMeaning::Kind::FreeText, Field::Name, static_cast<int>(i)});
    }
}

void chooseMeaning(QComboBox *box, const ColumnMeaning &meaning)
{
    box->setCurrentIndex(std::max(0, box->findData(encode(meaning))));
}

ColumnMeaning chosenMeaning(const QComboBox *box)
{
    return decode(std::max(0, box->currentData().toInt()));
}

} // namespace tane
