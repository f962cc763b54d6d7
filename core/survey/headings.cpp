#include "survey/headings.h"

#include "base/textfold.h"

#include <QRegularExpression>

namespace tane {

namespace {

struct Synonyms
{
    Field field;
    QStringList heads;
};

/// Heads seen on forms and in lists of prefectures. A bare 番号 or No. is left out on purpose: it is mostly a
/// running number of the list, and joining two lists by it would join strangers.
const std::vector<Synonyms> &fieldSynonyms()
{
    static const std::vector<Synonyms> synonyms = {
        {Field::Number,
         {QStringLiteral("受付番号"), QStringLiteral("受付no"), QStringLiteral("受付no."),
          QStringLiteral("id"), QStringLiteral("受付id"), QStringLiteral("整理番号"),
          QStringLiteral("受講番号"), QStringLiteral("申込番号"), QStringLiteral("参加者番号"),
          QStringLiteral("参加者id"), QStringLiteral("回答者id"), QStringLiteral("回答者番号")}},
        {Field::Name,
         {QStringLiteral("氏名"), QStringLiteral("お名前"), QStringLiteral("名前"), QStringLiteral("ご氏名"),
          QStringLiteral("氏名漢字"), QStringLiteral("回答者名"), QStringLiteral("回答者氏名"),
          QStringLiteral("参加者氏名")}},
        {Field::Kana,
         {QStringLiteral("ふりがな"), QStringLiteral("氏名ふりがな"), QStringLiteral("よみがな"),
          QStringLiteral("よみ"), QStringLiteral("カナ"), QStringLiteral("氏名カナ"), QStringLiteral("かな"),
          QStringLiteral("お名前ふりがな")}},
        {Field::Email,
         {QStringLiteral("メール"), QStringLiteral("メールアドレス"), QStringLiteral("email"),
          QStringLiteral("e-mail"), QStringLiteral("mail"), QStringLiteral("eメール"),
          QStringLiteral("電子メール"), QStringLiteral("連絡先メール"),
          QStringLiteral("連絡先メールアドレス"), QStringLiteral("e-mailアドレス"),
          QStringLiteral("電子メールアドレス")}},
        {Field::Phone,
         {QStringLiteral("電話"), QStringLiteral("電話番号"), QStringLiteral("連絡先電話"),
          QStringLiteral("連絡先電話番号"), QStringLiteral("tel")}},
        {Field::Role,
         {QStringLiteral("立場"), QStringLiteral("お立場"), QStringLiteral("回答者の立場"),
          QStringLiteral("あなたの立場"), QStringLiteral("立場区分"), QStringLiteral("参加区分")}},
        {Field::Affiliation,
         {QStringLiteral("所属"), QStringLiteral("所属先"), QStringLiteral("所属機関"),
          QStringLiteral("所属名"), QStringLiteral("所属機関名"), QStringLiteral("勤務先"),
          QStringLiteral("所属と役職"), QStringLiteral("ご所属")}},
        {Field::AffiliationType,
         {QStringLiteral("所属種別"), QStringLiteral("所属区分"), QStringLiteral("所属先種別"),
          QStringLiteral("所属先の種別"), QStringLiteral("所属先区分")}},
        {Field::Title, {QStringLiteral("役職"), QStringLiteral("職名"), QStringLiteral("役職名")}},
        {Field::Prefecture, {QStringLiteral("都道府県"), QStringLiteral("都道府県名")}},
        {Field::Municipality,
         {QStringLiteral("市町村"), QStringLiteral("市町村名"), QStringLiteral("市区町村"),
          QStringLiteral("市区町村名"), QStringLiteral("自治体"), QStringLiteral("自治体名")}},
        {Field::Area,
         {QStringLiteral("圏域"), QStringLiteral("圏域名"), QStringLiteral("二次医療圏"),
          QStringLiteral("医療圏")}},
        {Field::Centre,
         {QStringLiteral("センター"), QStringLiteral("センター名"), QStringLiteral("相談窓口"),
          QStringLiteral("相談窓口名")}},
        {Field::Experience,
         {QStringLiteral("経験年数"), QStringLiteral("経験"), QStringLiteral("事業に携わってからの期間"),
          QStringLiteral("従事年数"), QStringLiteral("従事期間"), QStringLiteral("在職年数")}},
        {Field::Qualifications,
         {QStringLiteral("資格"), QStringLiteral("保有資格"), QStringLiteral("保有する専門職資格等"),
          QStringLiteral("専門職資格")}},
        {Field::AnsweredAt,
         {QStringLiteral("回答日時"), QStringLiteral("回答日"), QStringLiteral("タイムスタンプ"),
          QStringLiteral("timestamp"), QStringLiteral("完了時刻"), QStringLiteral("送信日時"),
          QStringLiteral("回答時刻"), QStringLiteral("記入日")}},
    };
    return synonyms;
}

const QHash<QString, Field> &fieldHeads()
{
    static const QHash<QString, Field> heads = [] {
        QHash<QString, Field> result;
        for (const auto &[field, names] : fieldSynonyms()) {
            for (const QString &name : names)
                result.insert(foldText(name), field);
        }
        return result;
    }();
    return heads;
}

/// foldText without marks that only decorate a head ("氏名（必須）", "※立場", "1．…。").
QString foldHead(QStringView text)
{
    QString folded = foldText(text);
    folded.remove(QChar(u'※'));
    folded.remove(QLatin1Char('*'));
    if (folded.contains(QStringLiteral("必須")) || folded.contains(QStringLiteral("任意")) ||
        folded.contains(QStringLiteral("要回答"))) {
        static const QRegularExpression required(QStringLiteral("[(\\[【<]?(必須|任意|要回答)[)\\]】>]?"));
        folded.remove(required);
    }
    while (!folded.isEmpty() && QStringView(u"。.?:、,").contains(folded.back()))
        folded.chop(1);
    return folded;
}

bool startsReason(QStringView rest)
{
    for (const QString &word :
         {QStringLiteral("理由"), QStringLiteral("の理由"), QStringLiteral("自由記述"),
          QStringLiteral("コメント"), QStringLiteral("自由記載"), QStringLiteral("(理由")}) {
        if (rest.startsWith(foldText(word)))
            return true;
    }
    return false;
}

/// A roman numeral as folded ("iii") or an arabic one.
int setNumber(const QString &foldedCode)
{
    static const QStringList roman = {QStringLiteral("i"),   QStringLiteral("ii"),   QStringLiteral("iii"),
                                      QStringLiteral("iv"),  QStringLiteral("v"),    QStringLiteral("vi"),
                                      QStringLiteral("vii"), QStringLiteral("viii"), QStringLiteral("ix"),
                                      QStringLiteral("x")};
    const auto at = roman.indexOf(foldedCode);
    return at >= 0 ? static_cast<int>(at) + 1 : 0;
}

/// What people are joined and grouped by is never taken for an answer.
bool saysWho(Field field)
{
    return field == Field::Number || field == Field::Name || field == Field::Kana || field == Field::Email ||
           field == Field::Role || field == Field::Affiliation || field == Field::AnsweredAt;
}

bool isCodeEnd(QStringView text, qsizetype at)
{
    return at >= text.size() || !(text.at(at).isDigit() || text.at(at) == QLatin1Char('-'));
}

} // namespace

HeadingBook::HeadingBook(const Questionnaire &questionnaire, const ColumnMappings &mappings)
{
    for (auto it = mappings.constBegin(); it != mappings.constEnd(); ++it)
        m_mappings.insert(it.key(), it.value());

    int index = 0;
    for (const ItemSet &set : questionnaire.sets) {
        SetNames setNames;
        setNames.starts = {foldHead(set.code), foldHead(set.title)};
        const int number = setNumber(setNames.starts.first());
        for (const Item &item : set.items) {
            ItemNames names{index, item.hasOptions(), {}, {}};
            const QString code = foldHead(item.code);
            names.codes << code;
            if (number > 0 && code.startsWith(setNames.starts.first() + QLatin1Char('-')))
                names.codes << QString::number(number) + code.mid(setNames.starts.first().size());
            for (const QString &text : QStringList{item.text} + item.aliases)
                names.texts << foldHead(text);
            if (!item.shortText.isEmpty())
                names.texts << foldHead(item.shortText);
            m_items.push_back(std::move(names));
            setNames.items.push_back(index++);
        }
        m_sets.push_back(std::move(setNames));
    }
}

ColumnMeaning HeadingBook::answer(const ItemNames &item) const
{
    ColumnMeaning meaning;
    meaning.kind = item.hasOptions ? ColumnMeaning::Kind::Answer : ColumnMeaning::Kind::FreeText;
    meaning.item = item.item;
    return meaning;
}

std::optional<ColumnMeaning> HeadingBook::byCode(const QString &folded) const
{
    // "問1-1", "q1-1", "設問Ⅰ-1" are codes with a word in front.
    QString head = folded;
    const ItemNames *best = nullptr;
    qsizetype bestLength = 0;
    const auto find = [&] {
        for (const ItemNames &names : m_items) {
            for (const QString &code : names.codes) {
                if (head.startsWith(code) && isCodeEnd(head, code.size()) && code.size() > bestLength) {
                    best = &names;
                    bestLength = code.size();
                }
            }
        }
    };
    find(); // a questionnaire of one's own may have codes that begin with such a word themselves
    if (!best) {
        for (const QString &word :
             {QStringLiteral("設問"), QStringLiteral("質問"), QStringLiteral("問"), QStringLiteral("q")}) {
            if (head.startsWith(word)) {
                head.remove(0, word.size());
                find();
                break;
            }
        }
    }
    if (!best)
        return {};
    const QStringView rest = QStringView(head).mid(bestLength);
    if (best->hasOptions && startsReason(rest)) {
        ColumnMeaning meaning = answer(*best);
        meaning.kind = ColumnMeaning::Kind::FreeText;
        return meaning;
    }
    if (const auto text = byText(rest.toString()); text && text->item != best->item)
        return ColumnMeaning(); // code and wording disagree: do not guess
    return answer(*best);
}

std::optional<ColumnMeaning> HeadingBook::byText(const QString &folded) const
{
    // Shorter heads would be found inside other sentences.
    constexpr qsizetype shortest = 6;
    const ItemNames *best = nullptr;
    qsizetype bestLength = 0;
    bool tie = false;
    for (const ItemNames &names : m_items) {
        for (const QString &text : names.texts) {
            if (folded == text)
                return answer(names);
            if (text.size() < shortest || !folded.contains(text) || text.size() < bestLength)
                continue;
            tie = text.size() == bestLength && best && best->item != names.item;
            best = &names;
            bestLength = text.size();
        }
    }
    if (!best || tie)
        return {};
    ColumnMeaning meaning = answer(*best);
    const qsizetype end = folded.indexOf(best->texts.first()) + best->texts.first().size();
    if (best->hasOptions && folded.contains(best->texts.first()) &&
        startsReason(QStringView(folded).mid(end))) {
        meaning.kind = ColumnMeaning::Kind::FreeText;
    }
    return meaning;
}

std::optional<ColumnMeaning> HeadingBook::byWording(const QString &folded) const
{
    for (const ItemNames &names : m_items)
        if (names.texts.contains(folded))
            return answer(names);
    return {};
}

std::optional<ColumnMeaning> HeadingBook::meaningOf(const QString &head) const
{
    if (const auto it = m_mappings.constFind(foldText(head)); it != m_mappings.constEnd())
        return *it;
    const QString folded = foldHead(head);
    if (folded.isEmpty())
        return {};
    const auto field = [](Field f) { return ColumnMeaning{ColumnMeaning::Kind::Person, f, -1}; };
    if (const auto it = fieldHeads().constFind(folded); it != fieldHeads().constEnd()) {
        // "保有する専門職資格等" may be asked as an item: then its answers are those of the item.
        if (const auto item = byWording(folded); item && !saysWho(*it))
            return item;
        return field(*it);
    }
    static const QRegularExpression brackets(QStringLiteral("[()\\[\\]【】「」:/・]"));
    constexpr qsizetype shortest = 2; // of a field's name
    constexpr qsizetype longest = 24; // with brackets
    if (QString bare = folded; bare.size() > shortest && bare.size() <= longest) {
        if (const auto it = fieldHeads().constFind(bare.remove(brackets)); it != fieldHeads().constEnd())
            return field(*it);
        static const QRegularExpression bracketed(QStringLiteral("[(\\[【].*[)\\]】]$"));
        bare = folded;
        if (const auto it = fieldHeads().constFind(bare.remove(bracketed)); it != fieldHeads().constEnd())
            return field(*it);
    }
    if (const auto code = byCode(folded))
        return code;
    return byText(folded);
}

std::optional<ColumnMeaning> HeadingBook::meaningBelow(const QString &setTitle, const QString &head) const
{
    const QString title = foldHead(setTitle);
    const QString folded = foldHead(head);
    static const QRegularExpression leadingNumber(QStringLiteral("^(?:問)?\\(?(\\d{1,2})(?!\\d|-)"));
    const auto match = leadingNumber.match(folded);
    if (title.isEmpty() || !match.hasMatch())
        return {};
    const int number = match.capturedView(1).toInt();
    for (const SetNames &set : m_sets) {
        const bool byCodeStart =
            title.startsWith(set.starts.first()) && isCodeEnd(title, set.starts.first().size()) &&
            (title.size() == set.starts.first().size() || !title.at(set.starts.first().size()).isLetter() ||
             title.contains(set.starts.last()));
        if (!byCodeStart && !title.contains(set.starts.last()))
            continue;
        const QString suffix = QLatin1Char('-') + QString::number(number);
        for (const int item : set.items) {
            if (m_items[static_cast<std::size_t>(item)].codes.first() == set.starts.first() + suffix)
                return answer(m_items[static_cast<std::size_t>(item)]);
        }
    }
    return {};
}

} // namespace tane
