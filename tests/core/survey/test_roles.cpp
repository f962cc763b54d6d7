#include "survey/roles.h"

#include <catch2/catch.hpp>

using namespace tane;

TEST_CASE("whom a role belongs to is told by its words, in every writing")
{
    struct Case
    {
        const char16_t *role;
        RoleKind kind;
    };
    // The published application form, the questionnaire of the report meeting (groups of its table of
    // participants), and what lists of prefectures write.
    for (const Case &each :
         {Case{u"コーディネーター", RoleKind::Coordinator}, Case{u"ｺｰﾃﾞｨﾈｰﾀｰ", RoleKind::Coordinator},
          Case{u"在宅医療・介護連携コーディネータ", RoleKind::Coordinator},
          Case{u"市町村・広域連合が配置する在宅医療・介護連携支援コーディネーター等", RoleKind::Coordinator},
          Case{u"市町村担当者", RoleKind::Officer}, Case{u"市区町村 職員", RoleKind::Officer},
          Case{u"市町村・広域連合の職員（在宅医療・介護連携推進事業の担当者）", RoleKind::Officer},
          Case{u"市町村・広域連合の職員（担当者以外）", RoleKind::Other},
          Case{u"市町村その他", RoleKind::Other}, Case{u"都道府県担当者", RoleKind::Other},
          Case{u"その他", RoleKind::Other}, Case{u"", RoleKind::Other}}) {
        const QString role = QString::fromUtf16(each.role);
        INFO(role.toStdString());
        CHECK(roleKindOf(role) == each.kind);
    }
}
