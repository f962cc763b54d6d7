#include "samplereport.h"

#include "report/reportfields.h"

using namespace tane;
using tane::test::SampleFile;
using namespace Qt::StringLiterals;

// The sample's answers give the published counts of trial 1 (002:2779-2926, domain table in section 7):
// 78 before, 75 after, Ⅱ-3 24/33/10/67 for all, 13/22/6/41 for coordinators, Ⅰ-3 15/38/14/67.
TEST_CASE("numbers in typed text are those of the published table")
{
    SampleFile file;
    const auto source = file.source();
    const ReportFields fields(*source, source->workshop(0), false);
    const auto filled =
        fields.fill(u"研修前{回答者数:研修前}名、研修後{回答者数:研修後}名。Ⅱ-3は{up:Ⅱ-3}名（{up%:Ⅱ-3}）、"
                    "コーディネーターは{up:Ⅱ-3:コーディネーター}/{stay:Ⅱ-3:コーディネーター}/"
                    "{down:Ⅱ-3:コーディネーター}、対{対:Ⅱ-3:コーディネーター}。Ⅰ-3の下降は{down%:Ⅰ-3}"_s);
    CHECK(filled.unknown.isEmpty());
    CHECK(filled.text ==
          u"研修前78名、研修後75名。Ⅱ-3は24名（35.8%）、コーディネーターは13/22/6、対41。Ⅰ-3の下降は20.9%"_s);
}

TEST_CASE("a field is found whatever the width of its letters, and the pairs of a set are a range")
{
    SampleFile file;
    const auto source = file.source();
    const ReportFields fields(*source, source->workshop(0), false);
    CHECK(fields.value(u"ＵＰ：Ⅱ－３"_s) == u"24"_s);
    CHECK(fields.value(u"対:Ⅰ"_s) == u"65～67"_s); // 66 66 67 65 65 65
    CHECK(fields.value(u"対:Ⅱ"_s) == u"67"_s);
}

TEST_CASE("an unknown field is named once and stays in the text with its braces")
{
    SampleFile file;
    const auto source = file.source();
    const ReportFields fields(*source, source->workshop(0), false);
    const auto filled = fields.fill(u"{まちがい}と{まちがい}、{up:Ⅸ-9}、{{対}}は{対:Ⅱ-1}、閉じない{対"_s);
    CHECK(filled.unknown == QStringList{u"まちがい"_s, u"up:Ⅸ-9"_s});
    CHECK(filled.text == u"{まちがい}と{まちがい}、{up:Ⅸ-9}、{対}は67、閉じない{対"_s);
}

// The words of Ⅱ-2 are those of the questionnaire (002:2735-2755).
TEST_CASE("a number is found under its item by what the item asks, not by its code alone")
{
    SampleFile file;
    const auto source = file.source();
    const ReportFields fields(*source, source->workshop(0), false);
    QString group;
    for (const ReportField &field : fields.all()) {
        if (field.name == u"up:Ⅱ-2")
            group = field.group;
    }
    CHECK(group.startsWith(u"Ⅱ-2 "_s));
    CHECK(group.size() > 10);
    CHECK(group.size() <= 34); // fits a menu
}
