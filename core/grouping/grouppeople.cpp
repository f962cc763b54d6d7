#include "grouping/grouppeople.h"

#include "base/textfold.h"
#include "survey/grouping.h"
#include "survey/headings.h"
#include "survey/roles.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::WorkshopPeople)
};

constexpr int kHeadSearchRows = 60;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

QString cellText(const Table &table, int row, int column)
{
    const std::string_view text = table.cell(row, column);
    return tidy(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

/// Words in a column's head that mean one of our own columns.
QString ownColumn(const QString &head)
{
    static const std::vector<std::pair<QString, QStringList>> names = {
        {kTakingPart.toString(),
         {QStringLiteral("参加区分"), QStringLiteral("参加種別"), QStringLiteral("出欠"),
          QStringLiteral("出席"), QStringLiteral("出欠席"), QStringLiteral("当日の出欠")}},
        {kLastTable.toString(),
         {QStringLiteral("前回の班"), QStringLiteral("前回班"), QStringLiteral("前回のグループ"),
          QStringLiteral("前回の席")}},
        {kFixedTable.toString(),
         {QStringLiteral("班の指定"), QStringLiteral("指定班"), QStringLiteral("固定班"),
          QStringLiteral("席の固定")}}};
    const QString folded = foldText(head);
    for (const auto &[name, heads] : names) {
        if (std::ranges::any_of(heads, [&](const QString &each) { return foldText(each) == folded; }))
            return name;
    }
    return {};
}

/// Who is not seated: the word that says so.
QString leftOutWord(const QString &text)
{
    static const QStringList words = {
        QStringLiteral("オブザーバー"), QStringLiteral("オブザーバ"),   QStringLiteral("傍聴"),
        QStringLiteral("講師"),         QStringLiteral("アドバイザー"), QStringLiteral("欠席"),
        QStringLiteral("不参加"),       QStringLiteral("辞退"),         QStringLiteral("キャンセル"),
        QStringLiteral("事務局"),       QStringLiteral("スタッフ"),     QStringLiteral("見学")};
    const QString folded = foldText(text);
    for (const QString &word : words) {
        if (folded.contains(foldText(word)))
            return tidy(text);
    }
    return folded == QStringLiteral("欠") || folded == QStringLiteral("×") ? QStringLiteral("欠席")
                                                                           : QString();
}

struct Head
{
    int row = -1;
    int fields = 0;
    QStringList columns;
};

/// The row with the most known heads, 氏名 among them.
Head findHead(const Table &table)
{
    const HeadingBook book(Questionnaire{}, {});
    Head best;
    for (int row = 0; row < std::min(table.rowCount(), kHeadSearchRows); ++row) {
        Head head{row, 0, {}};
        for (int column = 0; column < table.columnCount(); ++column) {
            const QString text = cellText(table, row, column);
            QString name = ownColumn(text);
            if (name.isEmpty()) {
                const auto meaning = book.meaningOf(text);
                if (meaning && meaning->kind == ColumnMeaning::Kind::Person)
                    name = fieldName(meaning->field);
            }
            head.fields += name.isEmpty() ? 0 : 1;
            // The first of two columns of one name keeps it.
            head.columns << (name.isEmpty() || head.columns.contains(name) ? text : name);
        }
        if (head.columns.contains(fieldName(Field::Name)) && head.fields > best.fields)
            best = std::move(head);
    }
    return best;
}

/// "計 34人" below a list.
bool isSum(const QString &name)
{
    static const QRegularExpression sum(QStringLiteral("^(?:合計|小計|総計|計)[ :]*\\d*[人名]?$"));
    return sum.match(tidy(name)).hasMatch();
}

/// Rows below the head.
void readRows(const Table &table, const Head &head, WorkshopPeople &result, std::vector<Problem> &problems)
{
    const int name = result.column(fieldName(Field::Name)), number = result.column(fieldName(Field::Number));
    const int kana = result.column(fieldName(Field::Kana));
    QSet<QString> numbers;
    for (int row = head.row + 1; row < table.rowCount(); ++row) {
        WorkshopPeople::Person person;
        person.row = table.rowNumber(row);
        qsizetype filled = 0;
        for (int column = 0; column < table.columnCount(); ++column) {
            person.cells << cellText(table, row, column);
            filled += person.cells.back().isEmpty() ? 0 : 1;
        }
        const auto text = [&](int column) { return column < 0 ? QString() : person.cells.at(column); };
        person.name = text(name);
        person.number = text(number);
        person.kana = text(kana);
        const auto complain = [&](int column, const QString &message) {
            problems.push_back({table.file, table.sheet, table.address(row, column), message, text(column)});
        };
        if (isSum(person.name) || person.name == head.columns.at(name)) // or the head once more
            continue;
        if (person.name.isEmpty()) {
            constexpr qsizetype meansSomebody = 3; // less is a sum or a remark
            if (!person.number.isEmpty() || filled >= meansSomebody)
                complain(name, Texts::tr("氏名がありません。氏名を入れるか、行を消してください。"));
            continue;
        }
        if (!person.number.isEmpty() && numbers.contains(foldText(person.number)))
            complain(number, Texts::tr("受付番号が重なっています。"));
        numbers.insert(foldText(person.number));
        QString why;
        for (int column = 0; column < result.columns.size() && why.isEmpty(); ++column) {
            if (!ownColumn(result.columns.at(column)).isEmpty() ||
                column == result.column(fieldName(Field::Role)))
                why = leftOutWord(text(column));
        }
        if (why.isEmpty())
            result.people.push_back(std::move(person));
        else
            result.leftOut.push_back({std::move(person), why});
    }
}

QStringList valuesIn(const QString &text, bool several)
{
    static const QRegularExpression divider(QStringLiteral("[、，,;；\\n/／]"));
    QStringList values;
    for (const QString &part : several ? text.split(divider) : QStringList{text}) {
        const QString value = tidy(part);
        if (!value.isEmpty() && value != QStringLiteral("特になし") && value != QStringLiteral("なし"))
            values << value;
    }
    return values;
}

/// Higher is longer in this work; -1 not known.
int experienceOrder(const QString &text)
{
    static const QStringList bands = {QStringLiteral("1年未満"), QStringLiteral("1～3年未満"),
                                      QStringLiteral("3～5年未満"), QStringLiteral("5年以上")};
    return static_cast<int>(bands.indexOf(experienceBand(text)));
}

} // namespace

int WorkshopPeople::column(const QString &name) const
{
    const QString folded = foldText(name);
    for (int i = 0; i < columns.size(); ++i) {
        if (foldText(columns.at(i)) == folded && !folded.isEmpty())
            return i;
    }
    // 所属機関 for a column that is known as 所属.
    const auto meaning = HeadingBook(Questionnaire{}, {}).meaningOf(name);
    if (meaning && meaning->kind == ColumnMeaning::Kind::Person && fieldName(meaning->field) != name)
        return static_cast<int>(columns.indexOf(fieldName(meaning->field)));
    return -1;
}

QString WorkshopPeople::cell(int person, int index) const
{
    return index < 0 ? QString() : people[at(person)].cells.value(index);
}

QString WorkshopPeople::cell(int person, const QString &columnName) const
{
    return cell(person, column(columnName));
}

Problem WorkshopPeople::problem(int person, int index, const QString &message) const
{
    return {file, sheet, QString(columnName(index) + QString::number(people[at(person)].row)), message,
            cell(person, index)};
}

Result<WorkshopPeople> readWorkshopPeople(const std::vector<Table> &tables, std::vector<Problem> &problems)
{
    for (const Table &table : tables) {
        const Head head = findHead(table);
        if (head.row < 0)
            continue;
        WorkshopPeople people;
        people.file = table.file;
        people.sheet = table.sheet;
        people.columns = head.columns;
        readRows(table, head, people, problems);
        if (people.people.empty() && problems.empty())
            return std::unexpected(Error{ErrorCode::NothingUnderstood,
                                         Texts::tr("班に入る方が一人もいません。"),
                                         table.file,
                                         table.sheet,
                                         {},
                                         {}});
        return people;
    }
    return std::unexpected(Error{ErrorCode::NothingUnderstood,
                                 Texts::tr("「氏名」の列が見つかりません。1行目に見出しを付けてください。"),
                                 tables.empty() ? QString() : tables.front().file,
                                 {},
                                 {},
                                 {}});
}

bool isMunicipalOfficer(const QString &role)
{
    return roleKindOf(role) == RoleKind::Officer;
}

std::vector<bool> officersOf(const WorkshopPeople &people)
{
    const int role = people.column(fieldName(Field::Role));
    std::vector<bool> officers;
    for (int person = 0; person < static_cast<int>(people.people.size()); ++person)
        officers.push_back(isMunicipalOfficer(people.cell(person, role)));
    return officers;
}

int addAttribute(GroupProblem &problem, const WorkshopPeople &people, int column)
{
    GroupAttribute attribute{people.columns.at(column), {}};
    const bool experience = attribute.name == fieldName(Field::Experience);
    const bool several = attribute.name == fieldName(Field::Qualifications);
    QHash<QString, int> known;
    problem.members.resize(people.people.size());
    for (int person = 0; person < static_cast<int>(people.people.size()); ++person) {
        std::vector<int> values;
        for (QString value : valuesIn(people.cell(person, column), several)) {
            if (experience)
                value = experienceBand(value);
            const QString folded = foldText(value);
            if (!known.contains(folded)) {
                known.insert(folded, static_cast<int>(attribute.values.size()));
                attribute.values << value;
            }
            values.push_back(known.value(folded));
        }
        std::ranges::sort(values);
        values.erase(std::unique(values.begin(), values.end()), values.end());
        problem.members[at(person)].values.push_back(std::move(values));
    }
    problem.attributes.push_back(std::move(attribute));
    return static_cast<int>(problem.attributes.size()) - 1;
}

int addOfficers(GroupProblem &problem, const WorkshopPeople &people)
{
    problem.members.resize(people.people.size());
    const std::vector<bool> officers = officersOf(people);
    for (std::size_t person = 0; person < officers.size(); ++person)
        problem.members[person].values.push_back(officers[person] ? std::vector<int>{0} : std::vector<int>{});
    problem.attributes.push_back({fieldName(Field::Role), {Texts::tr("市町村担当者")}});
    return static_cast<int>(problem.attributes.size()) - 1;
}

std::vector<GroupRoles> groupRoles(const WorkshopPeople &people, const std::vector<int> &group, int groups,
                                   const std::vector<GroupDuty> &wishes)
{
    const std::vector<bool> officers = officersOf(people);
    const int experience = people.column(fieldName(Field::Experience));
    const auto wish = [&](int person) { return wishes.empty() ? GroupDuty::Automatic : wishes[at(person)]; };
    std::vector<std::vector<int>> members(at(groups));
    for (int person = 0; person < static_cast<int>(group.size()); ++person) {
        if (group[at(person)] >= 0)
            members[at(group[at(person)])].push_back(person);
    }
    std::vector<GroupRoles> roles;
    for (std::vector<int> &here : members) {
        std::ranges::stable_sort(here, std::greater(), [&](int person) {
            return std::pair(bool(officers[at(person)]), experienceOrder(people.cell(person, experience)));
        });
        GroupRoles role;
        role.officers = static_cast<int>(std::ranges::count_if(here, [&](int p) { return officers[at(p)]; }));
        const auto take = [&](GroupDuty wanted) {
            const auto found = std::ranges::find(here, wanted, wish);
            const int person = found == here.end() ? -1 : *found;
            std::erase(here, person);
            return person;
        };
        // What the officer decided takes both duties before anybody is named for what is left.
        role.facilitator = take(GroupDuty::Facilitator);
        role.scribe = take(GroupDuty::Scribe);
        if (role.facilitator < 0)
            role.facilitator = take(GroupDuty::Automatic);
        if (role.scribe < 0)
            role.scribe = take(GroupDuty::Automatic);
        roles.push_back(role);
    }
    return roles;
}

QString participantWord(qint64 participant)
{
    return QStringLiteral("#%1").arg(participant);
}

} // namespace tane
