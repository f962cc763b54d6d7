#include "survey/questionnaire.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <array>

namespace tane {

namespace {

template<class T>
using Names = std::array<std::pair<T, QLatin1String>, 4>;

constexpr Names<ItemKind> kKinds = {{{ItemKind::Practice, QLatin1String("practice")},
                                     {ItemKind::Explain, QLatin1String("explain")},
                                     {ItemKind::Satisfaction, QLatin1String("satisfaction")},
                                     {ItemKind::Other, QLatin1String("other")}}};
constexpr Names<AnswerType> kTypes = {{{AnswerType::Single, QLatin1String("single")},
                                       {AnswerType::Multiple, QLatin1String("multiple")},
                                       {AnswerType::Text, QLatin1String("text")},
                                       {AnswerType::Number, QLatin1String("number")}}};

/// Walks the JSON and carries the place along, so that every error can name it.
class Parser
{
    Q_DECLARE_TR_FUNCTIONS(tane::QuestionnaireParser)

public:
    explicit Parser(QString fileName)
        : m_file(std::move(fileName))
    {
    }

    Result<Questionnaire> parse(const QByteArray &json)
    {
        QJsonParseError parseError;
        const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
        if (document.isNull()) {
            const auto line = json.left(parseError.offset).count('\n') + 1;
            return error(tr("%1行目").arg(line),
                         tr("JSON として読めません。括弧やカンマ、引用符を確かめてください。"));
        }
        if (!document.isObject())
            return error({}, tr("いちばん外側は { } で囲んだオブジェクトにしてください。"));
        const QJsonObject root = document.object();

        Questionnaire result;
        TANE_TRY(result.id, text(root, QStringLiteral("id"), {}, true));
        TANE_TRY(result.title, text(root, QStringLiteral("title"), {}, true));
        TANE_TRY(result.lead, text(root, QStringLiteral("lead"), {}, false));
        TANE_CHECK(optionSets(root));
        TANE_TRY(const QJsonArray sets, array(root, QStringLiteral("sets"), {}, true));
        for (qsizetype i = 0; i < sets.size(); ++i) {
            TANE_TRY(ItemSet set, itemSet(sets.at(i), QStringLiteral("sets[%1]").arg(i)));
            result.sets.push_back(std::move(set));
        }
        if (m_codes.isEmpty())
            return error(QStringLiteral("sets"), tr("設問が一つもありません。"));
        TANE_CHECK(checkLooksBack(result));
        return result;
    }

private:
    std::unexpected<Error> error(const QString &place, const QString &message) const
    {
        return std::unexpected(Error{ErrorCode::BadFormat, message, m_file, {}, place, {}});
    }

    static QString child(const QString &place, const QString &key)
    {
        return place.isEmpty() ? key : QString(place + QLatin1Char('.') + key);
    }

    Result<QString> text(const QJsonObject &object, const QString &key, const QString &place,
                         bool required) const
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined() && !required)
            return QString();
        const QString result = value.toString().trimmed();
        if (!value.isString() || (required && result.isEmpty()))
            return error(child(place, key), tr("文字列が必要です。"));
        return result;
    }

    Result<QJsonArray> array(const QJsonObject &object, const QString &key, const QString &place,
                             bool required) const
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined() && !required)
            return QJsonArray();
        if (!value.isArray() || (required && value.toArray().isEmpty()))
            return error(child(place, key), tr("[ ] で囲んだ一覧が必要です。"));
        return value.toArray();
    }

    template<class T, std::size_t N>
    Result<T> word(const QJsonObject &object, const QString &key, const QString &place,
                   const std::array<std::pair<T, QLatin1String>, N> &words, T fallback) const
    {
        TANE_TRY(const QString value, text(object, key, place, false));
        if (value.isEmpty())
            return fallback;
        QStringList allowed;
        for (const auto &[type, name] : words) {
            if (value == name)
                return type;
            allowed << QString(name);
        }
        return error(child(place, key),
                     tr("「%1」は使えません。使える言葉：%2").arg(value, allowed.join(QStringLiteral(", "))));
    }

    Result<std::vector<Option>> options(const QJsonValue &value, const QString &place) const
    {
        if (value.isString()) {
            const auto found = m_optionSets.constFind(value.toString());
            if (found == m_optionSets.constEnd())
                return error(place, tr("optionSets に「%1」がありません。").arg(value.toString()));
            return *found;
        }
        if (!value.isArray())
            return error(place, tr("選択肢の一覧か、optionSets の名前が必要です。"));
        std::vector<Option> result;
        QSet<QString> codes;
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString at = QStringLiteral("%1[%2]").arg(place).arg(i);
            if (!list.at(i).isObject())
                return error(at, tr("選択肢は {\"code\": …, \"text\": …} の形で書いてください。"));
            const QJsonObject object = list.at(i).toObject();
            Option option;
            TANE_TRY(option.code, text(object, QStringLiteral("code"), at, true));
            TANE_TRY(option.text, text(object, QStringLiteral("text"), at, true));
            TANE_TRY(option.shortText, text(object, QStringLiteral("short"), at, false));
            if (codes.contains(option.code))
                return error(at, tr("選択肢の記号「%1」が重なっています。").arg(option.code));
            codes.insert(option.code);
            result.push_back(std::move(option));
        }
        if (result.size() < 2 || result.size() > 100)
            return error(place, tr("選択肢は 2 個以上 100 個以下にしてください。"));
        return result;
    }

    Result<> optionSets(const QJsonObject &root)
    {
        const QString key = QStringLiteral("optionSets");
        const QJsonValue value = root.value(key);
        if (value.isUndefined())
            return {};
        if (!value.isObject())
            return error(key, tr("{ } で囲んだオブジェクトが必要です。"));
        const QJsonObject sets = value.toObject();
        for (auto it = sets.constBegin(); it != sets.constEnd(); ++it) {
            TANE_TRY(auto list, options(it.value(), child(key, it.key())));
            m_optionSets.insert(it.key(), std::move(list));
        }
        return {};
    }

    Result<ItemSet> itemSet(const QJsonValue &value, const QString &place)
    {
        if (!value.isObject())
            return error(place, tr("{ } で囲んだオブジェクトが必要です。"));
        const QJsonObject object = value.toObject();
        ItemSet set;
        TANE_TRY(set.code, text(object, QStringLiteral("code"), place, true));
        TANE_TRY(set.title, text(object, QStringLiteral("title"), place, true));
        TANE_TRY(set.kind, word(object, QStringLiteral("kind"), place, kKinds, ItemKind::Other));
        std::vector<Option> common;
        if (object.contains(QStringLiteral("options"))) {
            TANE_TRY(common, options(object.value(QStringLiteral("options")),
                                     child(place, QStringLiteral("options"))));
        }
        TANE_TRY(const QJsonArray items, array(object, QStringLiteral("items"), place, true));
        for (qsizetype i = 0; i < items.size(); ++i) {
            TANE_TRY(Item entry, item(items.at(i), QStringLiteral("%1.items[%2]").arg(place).arg(i), common));
            set.items.push_back(std::move(entry));
        }
        return set;
    }

    Result<Item> item(const QJsonValue &value, const QString &place, const std::vector<Option> &common)
    {
        if (!value.isObject())
            return error(place, tr("{ } で囲んだオブジェクトが必要です。"));
        const QJsonObject object = value.toObject();
        Item item;
        TANE_TRY(item.code, text(object, QStringLiteral("code"), place, true));
        TANE_TRY(item.text, text(object, QStringLiteral("text"), place, true));
        TANE_TRY(item.shortText, text(object, QStringLiteral("short"), place, false));
        TANE_TRY(item.type, word(object, QStringLiteral("type"), place, kTypes, AnswerType::Single));
        TANE_TRY(const QJsonArray aliases, array(object, QStringLiteral("aliases"), place, false));
        for (qsizetype i = 0; i < aliases.size(); ++i) {
            if (!aliases.at(i).isString())
                return error(QStringLiteral("%1.aliases[%2]").arg(place).arg(i), tr("文字列が必要です。"));
            item.aliases << aliases.at(i).toString();
        }
        TANE_CHECK(readAsked(object, place, item));
        TANE_TRY(item.ordered, flag(object, QStringLiteral("ordered"), place, true));
        TANE_TRY(item.required, flag(object, QStringLiteral("required"), place, false));
        TANE_TRY(item.forRole, text(object, QStringLiteral("forRole"), place, false));
        TANE_TRY(item.looksBack, text(object, QStringLiteral("looksBack"), place, false));
        TANE_TRY(item.note, text(object, QStringLiteral("note"), place, false));
        if (item.hasOptions()) {
            item.options = common;
            if (object.contains(QStringLiteral("options"))) {
                TANE_TRY(item.options, options(object.value(QStringLiteral("options")),
                                               child(place, QStringLiteral("options"))));
            }
            if (item.options.empty())
                return error(child(place, QStringLiteral("options")), tr("選択肢がありません。"));
        }
        if (m_codes.contains(item.code))
            return error(child(place, QStringLiteral("code")),
                         tr("設問の記号「%1」が重なっています。").arg(item.code));
        m_codes.insert(item.code);
        return item;
    }

    Result<bool> flag(const QJsonObject &object, const QString &key, const QString &place,
                      bool fallback) const
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isBool())
            return error(child(place, key), tr("true か false が必要です。"));
        return value.toBool(fallback);
    }

    /// "both", or one wave or a list of them.
    Result<> readAsked(const QJsonObject &object, const QString &place, Item &item) const
    {
        const QString at = child(place, QStringLiteral("asked"));
        const QJsonValue value = object.value(QStringLiteral("asked"));
        if (value.isUndefined() || value == QJsonValue(QStringLiteral("both")) ||
            value == QJsonValue(QString()))
            return {};
        const QJsonArray waves = value.isArray() ? value.toArray() : QJsonArray{value};
        if (waves.isEmpty())
            return error(at, tr("[ ] で囲んだ一覧が必要です。"));
        item.askedBefore = item.askedAfter = item.askedFollowUp = false;
        for (const QJsonValue &wave : waves) {
            if (!wave.isString())
                return error(at, tr("文字列が必要です。"));
            if (wave.toString() == QLatin1String("before"))
                item.askedBefore = true;
            else if (wave.toString() == QLatin1String("after"))
                item.askedAfter = true;
            else if (wave.toString() == QLatin1String("followup"))
                item.askedFollowUp = true;
            else
                return error(at, tr("「%1」は使えません。使える言葉：%2")
                                     .arg(wave.toString(), QStringLiteral("both, before, after, followup")));
        }
        return {};
    }

    /// An item can only look back to another one that is there.
    Result<> checkLooksBack(const Questionnaire &questionnaire) const
    {
        for (std::size_t s = 0; s < questionnaire.sets.size(); ++s)
            for (std::size_t i = 0; i < questionnaire.sets[s].items.size(); ++i) {
                const Item &item = questionnaire.sets[s].items[i];
                if (!item.looksBack.isEmpty() &&
                    (item.looksBack == item.code || !m_codes.contains(item.looksBack)))
                    return error(QStringLiteral("sets[%1].items[%2].looksBack").arg(s).arg(i),
                                 tr("設問「%1」がありません。").arg(item.looksBack));
            }
        return {};
    }

    QString m_file;
    QHash<QString, std::vector<Option>> m_optionSets;
    QSet<QString> m_codes;
};

QJsonArray optionsToJson(const std::vector<Option> &options)
{
    QJsonArray list;
    for (const Option &option : options) {
        QJsonObject object{{QStringLiteral("code"), option.code}, {QStringLiteral("text"), option.text}};
        if (!option.shortText.isEmpty())
            object.insert(QStringLiteral("short"), option.shortText);
        list.append(object);
    }
    return list;
}

/// One wave as a word, several as a list.
QJsonValue askedToJson(const Item &item)
{
    QJsonArray waves;
    if (item.askedBefore)
        waves.append(QStringLiteral("before"));
    if (item.askedAfter)
        waves.append(QStringLiteral("after"));
    if (item.askedFollowUp)
        waves.append(QStringLiteral("followup"));
    return waves.size() == 1 ? waves.first() : QJsonValue(waves);
}

QJsonObject itemToJson(const Item &item)
{
    QJsonObject object{{QStringLiteral("code"), item.code}, {QStringLiteral("text"), item.text}};
    if (!item.shortText.isEmpty())
        object.insert(QStringLiteral("short"), item.shortText);
    if (!item.aliases.isEmpty())
        object.insert(QStringLiteral("aliases"), QJsonArray::fromStringList(item.aliases));
    for (const auto &[type, name] : kTypes) {
        if (type == item.type && type != AnswerType::Single)
            object.insert(QStringLiteral("type"), QString(name));
    }
    if (!item.askedBefore || !item.askedAfter || item.askedFollowUp)
        object.insert(QStringLiteral("asked"), askedToJson(item));
    if (!item.ordered)
        object.insert(QStringLiteral("ordered"), false);
    if (item.required)
        object.insert(QStringLiteral("required"), true);
    if (!item.forRole.isEmpty())
        object.insert(QStringLiteral("forRole"), item.forRole);
    if (!item.looksBack.isEmpty())
        object.insert(QStringLiteral("looksBack"), item.looksBack);
    if (!item.note.isEmpty())
        object.insert(QStringLiteral("note"), item.note);
    if (!item.options.empty())
        object.insert(QStringLiteral("options"), optionsToJson(item.options));
    return object;
}

} // namespace

Result<Questionnaire> parseQuestionnaire(const QByteArray &json, const QString &fileName)
{
    return Parser(fileName).parse(json);
}

QByteArray questionnaireToJson(const Questionnaire &questionnaire)
{
    QJsonArray sets;
    for (const ItemSet &set : questionnaire.sets) {
        QJsonArray items;
        for (const Item &item : set.items)
            items.append(itemToJson(item));
        QString kindName;
        for (const auto &[kind, name] : kKinds) {
            if (kind == set.kind)
                kindName = QString(name);
        }
        sets.append(QJsonObject{{QStringLiteral("code"), set.code},
                                {QStringLiteral("title"), set.title},
                                {QStringLiteral("kind"), kindName},
                                {QStringLiteral("items"), items}});
    }
    QJsonObject root{{QStringLiteral("id"), questionnaire.id},
                     {QStringLiteral("title"), questionnaire.title},
                     {QStringLiteral("sets"), sets}};
    if (!questionnaire.lead.isEmpty())
        root.insert(QStringLiteral("lead"), questionnaire.lead);
    return QJsonDocument(root).toJson();
}

Result<Questionnaire> loadQuestionnaire(const QString &idOrPath)
{
    const QString builtIn = QStringLiteral(":/tane/questionnaires/%1.json").arg(idOrPath);
    const bool isBuiltIn = builtInQuestionnaires().contains(idOrPath);
    QFile file(isBuiltIn ? builtIn : idOrPath);
    const QString name = QFileInfo(idOrPath).fileName();
    if (!file.exists()) {
        return std::unexpected(
            Error{ErrorCode::NotFound,
                  QCoreApplication::translate("tane::Questionnaire",
                                              "調査票が見つかりません。ファイルの場所を確かめるか、組み込みの"
                                              "調査票（%1）を指定してください。")
                      .arg(builtInQuestionnaires().join(QStringLiteral(", "))),
                  name,
                  {},
                  {},
                  {}});
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(
            Error{ErrorCode::CannotRead,
                  QCoreApplication::translate("tane::Questionnaire",
                                              "調査票のファイルを開けません。JSON "
                                              "のファイルか、読み取りの許可があるかを確かめてください。"),
                  name,
                  {},
                  {},
                  {}});
    }
    return parseQuestionnaire(file.readAll(), name);
}

} // namespace tane
