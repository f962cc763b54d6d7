#include "shell/recentrow.h"
#include "shell/startpage.h"
#include "shell/textlines.h"
#include "shell/theme.h"
#include "shell/widgets.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tane;

namespace {

void show(QWidget &widget)
{
    applyTheme(*qApp, ThemeChoice::Light);
    widget.show();
    REQUIRE(QTest::qWaitForWindowExposed(&widget));
    widget.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&widget));
}

} // namespace

TEST_CASE("a segmented control: one is chosen, by mouse and by arrow keys")
{
    SegmentedControl control;
    QSignalSpy changed(&control, &SegmentedControl::currentIndexChanged);
    control.setItems({u"全体"_s, u"コーディネーター"_s, u"市町村担当者"_s});
    show(control);
    CHECK(control.currentIndex() == 0);
    const auto buttons = control.findChildren<QPushButton *>();
    REQUIRE(buttons.size() == 3);

    QTest::mouseClick(buttons[1], Qt::LeftButton);
    CHECK(control.currentIndex() == 1);
    buttons[1]->setFocus();
    QTest::keyClick(buttons[1], Qt::Key_Right);
    CHECK(control.currentIndex() == 2);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Left);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Left);
    CHECK(control.currentIndex() == 0);

    SECTION("the choice is kept when the items change, if it still exists")
    {
        control.setCurrentIndex(1);
        changed.clear();
        control.setItems({u"全体"_s, u"西部"_s});
        CHECK(control.currentIndex() == 1);
        CHECK(changed.isEmpty());
        control.setItems({u"全体"_s});
        CHECK(control.currentIndex() == 0);
        CHECK(changed.size() == 1);
    }
}

TEST_CASE("a notice is shown, read out, and dismissed")
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *bar = new NoticeBar(&window);
    layout->addWidget(bar);
    show(window);
    CHECK_FALSE(bar->isVisible());
    bar->show({Notice::Kind::Error, u"「前.xlsx」を読めませんでした。\n<開き直してください>"_s});
    CHECK(bar->isVisible());
    CHECK(bar->text() == u"「前.xlsx」を読めませんでした。\n<開き直してください>"_s);
    CHECK(bar->accessibleName() == bar->text());
    QSignalSpy dismissed(bar, &NoticeBar::dismissed);
    QTest::mouseClick(bar->findChild<QToolButton *>(), Qt::LeftButton);
    CHECK_FALSE(bar->isVisible());
    CHECK(dismissed.size() == 1);
    bar->show({Notice::Kind::Info, u"読み取り専用です"_s}, false);
    CHECK_FALSE(bar->findChild<QToolButton *>()->isVisible());
}

TEST_CASE("an empty page has one button to begin and a link to the sample")
{
    EmptyState empty(u"回答はまだありません"_s, u"取り込むと一覧が出ます。"_s, u"回答を取り込む"_s);
    show(empty);
    QSignalSpy clicked(empty.button(), &QPushButton::clicked);
    QTest::mouseClick(empty.button(), Qt::LeftButton);
    CHECK(clicked.size() == 1);
    QSignalSpy link(&empty, &EmptyState::linkActivated);
    empty.setLink(u"見本で試す"_s);
    QLabel *label = nullptr;
    const auto labels = empty.findChildren<QLabel *>();
    for (QLabel *candidate : labels) {
        if (candidate->text().contains(u"見本で試す"_s))
            label = candidate;
    }
    REQUIRE(label);
    CHECK(label->isVisible());
    label->setFocus(Qt::TabFocusReason);
    QTest::keyClick(label, Qt::Key_Tab); // to the link inside, or on; Return follows it when it is selected
    Q_EMIT label->linkActivated(u"#"_s);
    CHECK(link.size() == 1);
}

TEST_CASE("the start page offers what can be done, and the recent files")
{
    const QTemporaryDir folder;
    const QString here = folder.filePath(u"ある.tane"_s);
    const QString gone = folder.filePath(u"ない.tane"_s);
    QFile file(here);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();

    StartPage page(true);
    page.resize(1000, 600);
    page.setRecentFiles({here, gone});
    show(page);
    QSignalSpy made(&page, &StartPage::newRequested);
    QSignalSpy opened(&page, &StartPage::openRequested);
    QSignalSpy sample(&page, &StartPage::sampleRequested);
    QTest::mouseClick(page.newButton(), Qt::LeftButton);
    page.openButton()->setFocus();
    QTest::keyClick(page.openButton(), Qt::Key_Space);
    QTest::mouseClick(page.sampleButton(), Qt::LeftButton);
    CHECK(made.size() == 1);
    CHECK(opened.size() == 1);
    CHECK(sample.size() == 1);

    const auto rows = page.findChildren<RecentRow *>();
    REQUIRE(rows.size() == 2);
    REQUIRE(QTest::qWaitFor([&] { return rows[1]->isMissing(); }));
    CHECK_FALSE(rows[0]->isMissing());
    QSignalSpy chosen(&page, &StartPage::fileRequested);
    QSignalSpy removed(&page, &StartPage::removeRecentRequested);
    QTest::mouseClick(rows[0]->fileButton(), Qt::LeftButton);
    QTest::mouseClick(rows[1]->removeButton(), Qt::LeftButton);
    REQUIRE(chosen.size() == 1);
    CHECK(chosen.first().first().toString() == here);
    REQUIRE(removed.size() == 1);
    CHECK(removed.first().first().toString() == gone);
}

TEST_CASE("the start page says inline what could not be opened")
{
    StartPage page(false);
    CHECK(page.sampleButton() == nullptr);
    page.resize(900, 600);
    show(page);
    page.showError(u"「研修.tane」を開けませんでした。"_s,
                   {ErrorCode::Newer, u"新しい版のタネで作られています。"_s, {}, {}, {}, {}});
    auto *bar = page.findChild<NoticeBar *>();
    CHECK(bar->isVisible());
    CHECK(bar->text().contains(u"研修.tane"_s));
    CHECK(bar->text().contains(u"新しい版"_s));
    page.clearError();
    CHECK_FALSE(bar->isVisible());
}

TEST_CASE("A label of two lines is broken in the middle, not before its last character")
{
    const QFont font = QApplication::font();
    const QString text = u"考えていない"_s;
    const int width = QFontMetrics(font).horizontalAdvance(text);
    CHECK(TextLines(text, font, width + 2, 2).lines() == QStringList{text});
    CHECK(TextLines(text, font, width - 2, 2).lines() == QStringList{u"考えて"_s, u"いない"_s});
    // What needs more lines than there are still ends in "…".
    CHECK(TextLines(text + text + text, font, width - 2, 2).lines().last().endsWith(u'…'));
}
