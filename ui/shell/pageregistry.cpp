#include "shell/pageregistry.h"

#include "survey/answerspage.h"
#include "survey/linkspage.h"
#include "survey/resultspage.h"

#include <QCoreApplication>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PageRegistry", text);
}

template<class P>
Page *make(PageContext &context, QWidget *parent)
{
    return new P(context, parent);
}

} // namespace

std::vector<PageEntry> pageRegistry()
{
    const QString run = tr("4 実行");
    const QString evaluate = tr("5 評価・改善");
    return {
        {QStringLiteral("answers"), run, tr("アンケートの回答"), make<AnswersPage>},
        {QStringLiteral("links"), evaluate, tr("前後の結びつけ"), make<LinksPage>},
        {QStringLiteral("results"), evaluate, tr("研修前後の変化"), make<ResultsPage>},
    };
}

} // namespace tane
