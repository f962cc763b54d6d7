#include "registershapes.h"

#include "people/centrestab.h"
#include "people/crosstablepage.h"
#include "people/municipalitiestab.h"
#include "people/municipalitypage.h"
#include "people/registerspage.h"
#include "people/supportspage.h"
#include "shell/widgets.h"

#include <QElapsedTimer>
#include <QLineEdit>

#include <ctime>
#include <iostream>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::registertest;

namespace {

/// Printed, not asserted: how long it takes here depends on who else uses the machine; the time of the
/// processor less so.
template<class Work>
void measure(const char *what, const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t begun = std::clock();
    work();
    QCoreApplication::processEvents();
    const double used = 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
    std::cout << what << ": " << static_cast<double>(timer.nsecsElapsed()) / 1e6 << " ms (" << used
              << " ms of the processor)\n";
}

} // namespace

TEST_CASE("a prefecture shaped like 群馬県 shows 35 municipalities and 15 centres")
{
    Office office;
    office.beginEmpty();
    makeGunma(office.document());
    RegistersPage *page = nullptr;
    measure("Gunma, register page opens", [&] { page = office.show<RegistersPage>(u"municipalities"_s); });
    CHECK(page->municipalities()->table()->filter()->rowCount() == 35);
    page->tabs()->setCurrentIndex(1);
    CHECK(page->centres()->table()->filter()->rowCount() == 15);
    // The centre of a city and five others has its coordinator in each of the six.
    page->tabs()->setCurrentIndex(0);
    auto *field = page->findChild<QLineEdit *>(u"municipalityFilter"_s);
    measure("Gunma, filter", [&] { field->setText(u"第1センター"_s); });
    GridView *table = page->municipalities()->table();
    REQUIRE(table->filter()->rowCount() == 6);
    for (int row = 0; row < 6; ++row)
        CHECK(table->filter()->index(row, MunicipalitiesTab::Coordinators).data().toString() == u"1"_s);
}

TEST_CASE("a prefecture shaped like 東京都 opens and filters every register page")
{
    Office office;
    office.beginEmpty();
    makeTokyo(office.document());
    RegistersPage *registers = nullptr;
    measure("Tokyo, register page opens",
            [&] { registers = office.show<RegistersPage>(u"municipalities"_s); });
    CHECK(registers->municipalities()->table()->filter()->rowCount() == 62);
    auto *field = registers->findChild<QLineEdit *>(u"municipalityFilter"_s);
    measure("Tokyo, municipalities filter", [&] { field->setText(u"市"_s); });
    CHECK(registers->municipalities()->table()->filter()->rowCount() < 62);
    measure("Tokyo, centres shown", [&] { registers->tabs()->setCurrentIndex(1); });
    CHECK(registers->centres()->table()->filter()->rowCount() == 234);
    auto *centreField = registers->findChild<QLineEdit *>(u"centreFilter"_s);
    measure("Tokyo, centres filter", [&] { centreField->setText(u"窓口12"_s); });
    CHECK(registers->centres()->table()->filter()->rowCount() == 11); // 12 and 120 to 129

    const qint64 city = registryOf(office.document()).municipalities.front().id;
    measure("Tokyo, municipality page opens",
            [&] { Q_EMIT registers->openRow(u"municipality"_s, u"municipality"_s, city); });
    CHECK(office.window->workspace()->currentPage() == u"municipality"_s);
    SupportsPage *supports = nullptr;
    measure("Tokyo, supports open", [&] { supports = office.show<SupportsPage>(u"supports"_s); });
    CHECK(supports->table()->filter()->rowCount() == 60);
    auto *supportField = supports->findChild<QLineEdit *>(u"supportFilter"_s);
    measure("Tokyo, supports filter", [&] { supportField->setText(u"支援1"_s); });
    CHECK(supports->table()->filter()->rowCount() == 11); // 1 and 10 to 19
    CrossTablePage *cross = nullptr;
    measure("Tokyo, cross table opens", [&] { cross = office.show<CrossTablePage>(u"crosstable"_s); });
    CHECK(cross->table()->filter()->rowCount() > 1);
}
