// The heads of the lists, as written and as seen on lists of prefectures.
#include "people/registertable.h"

namespace tane::registers {

namespace {

ColumnSpec spec(Column column, double width, const char16_t *head,
                std::initializer_list<const char16_t *> synonyms = {})
{
    ColumnSpec result{column, QString::fromUtf16(head), {}, width};
    for (const char16_t *synonym : synonyms)
        result.synonyms << QString::fromUtf16(synonym);
    return result;
}

ColumnSpec idColumn()
{
    return spec(Column::Id, 16, u"タネID");
}

ColumnSpec prefectureColumn()
{
    return spec(Column::Prefecture, 10, u"都道府県", {u"都道府県名", u"県", u"県名"});
}

ColumnSpec kanaColumn(double width)
{
    return spec(Column::Kana, width, u"ふりがな",
                {u"氏名ふりがな", u"氏名カナ", u"よみがな", u"よみ", u"読み", u"読み仮名", u"カナ", u"かな",
                 u"お名前ふりがな", u"名称ふりがな", u"市町村名ふりがな", u"市町村名カナ"});
}

ColumnSpec municipalityColumn(Column column)
{
    return spec(column, 14, u"市町村",
                {u"市町村名", u"市区町村", u"市区町村名", u"自治体", u"自治体名", u"団体名", u"構成市町村",
                 u"担当市町村", u"対象市町村"});
}

ColumnSpec centreColumn(Column column)
{
    return spec(column, 26, u"センター",
                {u"センター名", u"センター名称", u"相談窓口", u"相談窓口名", u"相談窓口の名称", u"窓口名",
                 u"配置先", u"拠点名", u"在宅医療・介護連携支援センター", u"在宅医療介護連携支援センター名"});
}

ColumnSpec emailColumn()
{
    return spec(Column::Email, 26, u"メール",
                {u"メールアドレス", u"email", u"e-mail", u"mail", u"eメール", u"電子メール",
                 u"電子メールアドレス", u"連絡先メール", u"連絡先メールアドレス", u"e-mailアドレス"});
}

ColumnSpec phoneColumn()
{
    return spec(Column::Phone, 16, u"電話",
                {u"電話番号", u"連絡先電話", u"連絡先電話番号", u"tel", u"連絡先tel"});
}

ColumnSpec noteColumn()
{
    return spec(Column::Note, 30, u"備考", {u"メモ", u"特記事項"});
}

ColumnSpec hubColumn()
{
    return spec(Column::Hub, 8, u"拠点",
                {u"在宅医療に必要な連携を担う拠点", u"拠点の指定", u"拠点の有無", u"連携を担う拠点"});
}

ColumnSpec operationColumn()
{
    return spec(Column::Operation, 12, u"運営",
                {u"運営形態", u"運営方法", u"委託・直営", u"直営・委託", u"委託直営の別", u"直営委託の別",
                 u"実施方法", u"実施形態"});
}

ColumnSpec coordinatorsColumn()
{
    return spec(Column::Coordinators, 24, u"コーディネーターの人数",
                {u"コーディネーター数", u"コーディネーター人数", u"コーディネーター", u"配置人数",
                 u"配置人員", u"人数"});
}

std::vector<ColumnSpec> workplaceColumns()
{
    return {centreColumn(Column::Centre), municipalityColumn(Column::Municipality),
            spec(Column::Organisation, 24, u"所属",
                 {u"所属先", u"所属機関", u"所属名", u"所属機関名", u"勤務先", u"ご所属", u"所属の名称"}),
            spec(Column::OrganisationKind, 16, u"所属種別",
                 {u"所属区分", u"所属先種別", u"所属先の種別", u"所属先区分"}),
            spec(Column::Title, 14, u"役職", {u"職名", u"役職名"})};
}

std::vector<ColumnSpec> peopleColumns()
{
    std::vector<ColumnSpec> columns{
        spec(Column::Name, 16, u"氏名",
             {u"お名前", u"名前", u"ご氏名", u"氏名漢字", u"担当者名", u"担当者氏名", u"コーディネーター名",
              u"コーディネーター氏名"}),
        kanaColumn(18),
        spec(Column::Roles, 18, u"立場", {u"お立場", u"立場区分", u"役割", u"参加区分", u"あなたの立場"}),
        prefectureColumn()};
    for (ColumnSpec &column : workplaceColumns())
        columns.push_back(std::move(column));
    const std::vector<ColumnSpec> rest{
        spec(Column::From, 13, u"着任日", {u"配属日", u"就任日", u"所属開始日", u"着任年月日", u"着任年月"}),
        spec(Column::MovedOn, 13, u"異動日", {u"異動年月日", u"変更日"}),
        spec(Column::Qualifications, 22, u"資格",
             {u"保有資格", u"保有する専門職資格等", u"専門職資格", u"職種"}),
        spec(Column::Employment, 11, u"常勤・非常勤",
             {u"常勤非常勤の別", u"勤務形態", u"雇用形態", u"常勤の別", u"常勤か非常勤か"}),
        spec(Column::Duty, 11, u"専従・兼務", {u"専任・兼任", u"専従兼務の別", u"専任兼任の別"}),
        spec(Column::Since, 24, u"事業に携わり始めた時期",
             {u"従事開始", u"従事開始日", u"従事開始年月", u"従事開始時期", u"担当開始", u"担当開始日"}),
        spec(Column::Experience, 0, u"経験年数",
             {u"経験", u"事業に携わってからの期間", u"従事年数", u"従事期間", u"在職年数"}),
        emailColumn(),
        phoneColumn(),
        spec(Column::Consent, 22, u"同意", {u"同意の記録", u"個人情報の同意", u"同意事項"}),
        spec(Column::KeepUntil, 13, u"保存期限", {u"保管期限", u"保存期間"}),
        spec(Column::LeftOn, 13, u"離れた日", {u"退任日", u"離任日", u"退職日", u"離職日"}),
        noteColumn(),
        spec(Column::Anonymous, 9, u"匿名化"),
        idColumn()};
    columns.insert(columns.end(), rest.begin(), rest.end());
    return columns;
}

std::vector<ColumnSpec> centreColumns()
{
    ColumnSpec name = centreColumn(Column::Name);
    name.synonyms << QStringLiteral("名称");
    ColumnSpec served = municipalityColumn(Column::Municipality);
    served.width = 30;
    return {name,
            kanaColumn(24),
            prefectureColumn(),
            served,
            spec(Column::Rank, 12, u"基幹・現場", {u"基幹現場の別", u"種別", u"区分"}),
            hubColumn(),
            spec(Column::Operator, 20, u"委託先", {u"委託先種別", u"運営主体", u"委託先の種別"}),
            coordinatorsColumn(),
            phoneColumn(),
            emailColumn(),
            spec(Column::ClosedOn, 13, u"閉鎖日", {u"廃止日", u"閉所日"}),
            noteColumn(),
            idColumn()};
}

ColumnSpec codeColumn()
{
    return spec(Column::Code, 12, u"市町村コード",
                {u"団体コード", u"自治体コード", u"全国地方公共団体コード", u"地方公共団体コード",
                 u"市区町村コード", u"コード"});
}

std::vector<ColumnSpec> profileColumns()
{
    return {spec(Column::Population, 12, u"人口", {u"総人口", u"人口総数"}),
            spec(Column::AgedRate, 10, u"高齢化率"),
            spec(Column::CertifiedRate, 12, u"要介護認定率", {u"認定率", u"要介護（要支援）認定率"}),
            operationColumn(),
            spec(Column::Department, 22, u"所管課", {u"担当課", u"所管部署", u"担当部署", u"所管課名"}),
            hubColumn()};
}

std::vector<ColumnSpec> municipalityColumns()
{
    std::vector<ColumnSpec> columns{
        codeColumn(), prefectureColumn(), municipalityColumn(Column::Name), kanaColumn(18),
        spec(Column::Area, 14, u"圏域", {u"圏域名", u"二次医療圏", u"医療圏", u"保健医療圏"})};
    for (ColumnSpec &column : profileColumns())
        columns.push_back(std::move(column));
    columns.push_back(spec(Column::Stage, 10, u"発展段階", {u"段階", u"発展の段階"}));
    columns.push_back(noteColumn());
    columns.push_back(idColumn());
    return columns;
}

} // namespace

const std::vector<ColumnSpec> &columnsOf(RegisterKind kind)
{
    static const std::vector<ColumnSpec> people = peopleColumns(), centres = centreColumns(),
                                         municipalities = municipalityColumns();
    switch (kind) {
    case RegisterKind::People:
        return people;
    case RegisterKind::Centres:
        return centres;
    case RegisterKind::Municipalities:
        return municipalities;
    }
    Q_UNREACHABLE();
}

const std::vector<ColumnSpec> &historyColumns()
{
    static const std::vector<ColumnSpec> columns = [] {
        std::vector<ColumnSpec> all{spec(Column::Name, 16, u"氏名")};
        for (ColumnSpec &column : workplaceColumns())
            all.push_back(std::move(column));
        all.push_back(spec(Column::From, 13, u"開始日", {u"着任日"}));
        all.push_back(spec(Column::Until, 13, u"終了日"));
        all.push_back(noteColumn());
        all.push_back(idColumn());
        all.push_back(spec(Column::AffiliationId, 16, u"所属ID"));
        return all;
    }();
    return columns;
}

const std::vector<ColumnSpec> &prefectureColumns()
{
    static const std::vector<ColumnSpec> columns{
        spec(Column::Name, 12, u"都道府県", {u"都道府県名"}),
        spec(Column::Code, 14, u"都道府県コード"),
        spec(Column::Department, 26, u"担当部局", {u"担当部署", u"担当課"}),
        spec(Column::SecondDepartment, 26, u"別の担当部局", {u"もう一つの担当部局"}),
        spec(Column::MedicalAreas, 14, u"二次医療圏の数", {u"二次医療圏数"}),
        spec(Column::HealthCentres, 12, u"保健所の数", {u"保健所数"}),
        noteColumn(),
        idColumn()};
    return columns;
}

const std::vector<ColumnSpec> &areaColumns()
{
    static const std::vector<ColumnSpec> columns{spec(Column::Name, 20, u"圏域", {u"圏域名"}),
                                                 prefectureColumn(), noteColumn(), idColumn()};
    return columns;
}

const std::vector<ColumnSpec> &surveyColumns()
{
    static const std::vector<ColumnSpec> columns = [] {
        std::vector<ColumnSpec> all{codeColumn(), prefectureColumn(), municipalityColumn(Column::Name)};
        for (ColumnSpec &column : profileColumns())
            all.push_back(std::move(column));
        all.push_back(centreColumn(Column::Centre));
        all.push_back(coordinatorsColumn());
        all.push_back(spec(Column::Placement, 0, u"配置の有無",
                           {u"コーディネーターの配置", u"コーディネーターの配置の有無", u"配置",
                            u"コーディネーターの有無"}));
        return all;
    }();
    return columns;
}

} // namespace tane::registers
