#include "survey/answerspage.h"

#include "base/fiscalyear.h"
#include "parts/problemmodel.h"
#include "parts/rowdelegate.h"
#include "programme/workshop.h"
#include "shell/widgets.h"
#include "survey/importdialog.h"
#include "survey/wavecard.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

AnswersPage::AnswersPage(PageContext &pageContext, QWidget *parent)
    : SurveyPage(tr("アンケートの回答"), pageContext, parent)
{
    setAcceptDrops(true);
    m_paper = new QPushButton(tr("紙の回答を入力"), this);
    m_paper->setObjectName(u"paperEntry"_s);
    header()->addAction(m_paper);
    connect(m_paper, &QPushButton::clicked, this,
            [this] { Q_EMIT openRow(u"paperentry"_s, u"workshop"_s, context().workshop); });
    m_import = new QPushButton(tr("回答を取り込む"), this);
    m_import->setObjectName(u"import"_s);
    header()->addAction(m_import);
    connect(m_import, &QPushButton::clicked, this, [this] { openImport(); });
    makeBody();
}

void AnswersPage::makeBody()
{
    m_empty =
        new EmptyState(tr("アンケートの回答を取り込みます"),
                       tr("Excel・CSV、または1人1ファイルのフォルダーを読み取り、前後の変化を数えます。"),
                       tr("回答を取り込む"), this);
    m_empty->button()->setObjectName(u"emptyImport"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { openImport(); });
    QPushButton *paper = m_empty->addButton(tr("紙の回答を入力する"));
    paper->setObjectName(u"emptyPaperEntry"_s);
    connect(paper, &QPushButton::clicked, m_paper, &QPushButton::click);
    body()->addWidget(m_empty, 1);

    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    m_waves = new QBoxLayout(QBoxLayout::LeftToRight);
    m_waves->setSpacing(metrics::m);
    m_before = new WaveCard(Wave::Before, m_content);
    m_after = new WaveCard(Wave::After, m_content);
    m_before->setObjectName(u"before"_s);
    m_after->setObjectName(u"after"_s);
    m_followUp = new WaveCard(Wave::FollowUp, m_content);
    m_followUp->setObjectName(u"followUp"_s);
    for (WaveCard *card : {m_before, m_after, m_followUp}) {
        m_waves->addWidget(card, 1);
        connect(card, &WaveCard::removeImport, this, &AnswersPage::removeImport);
        connect(card, &WaveCard::showProblems, this, &AnswersPage::showProblems);
    }
    column->addLayout(m_waves);

    m_next = new Card(tr("次にすること"), m_content);
    m_next->setAccented(true);
    auto *row = new QHBoxLayout;
    m_nextText = new QLabel(m_next);
    m_nextText->setWordWrap(true);
    m_nextButton = new QPushButton(m_next);
    m_nextButton->setObjectName(u"next"_s);
    makePrimary(m_nextButton); // the header's button stands back: one main action a page
    row->addWidget(m_nextText, 1);
    row->addWidget(m_nextButton);
    m_next->body()->addLayout(row);
    connect(m_nextButton, &QPushButton::clicked, this, [this] {
        if (m_nextPage == "answers"_L1)
            openImport();
        else
            Q_EMIT openPage(m_nextPage);
    });
    column->addWidget(m_next);

    m_problemCard = new Card(tr("読み取れなかったところ"), m_content);
    m_problems = new ProblemModel(this);
    m_problemTable = new QTableView(m_problemCard);
    m_problemTable->setModel(m_problems);
    m_problemTable->setObjectName(u"problems"_s);
    m_problemTable->setAccessibleName(tr("読み取れなかったところ"));
    styleTable(m_problemTable, new RowDelegate(m_problemTable));
    m_problemTable->horizontalHeader()->setStretchLastSection(true);
    auto *note = secondaryLabel({}, m_problemCard);
    setParagraph(note, tr("無回答として数えています。元のファイルを直したときは、取り込みを取り消し"
                          "てから、もう一度取り込んでください。"));
    m_problemCard->body()->addWidget(m_problemTable);
    m_problemCard->body()->addWidget(note);
    m_problemCard->hide();
    column->addWidget(m_problemCard);
    column->addStretch(1);
    body()->addWidget(m_content, 1);
}

void AnswersPage::refresh()
{
    if (!load(GroupBy::Role))
        return;
    const bool any = state().has_value();
    m_empty->setVisible(!any);
    m_content->setVisible(any);
    m_import->setVisible(any);
    m_paper->setVisible(any);
    const bool writable = !context().document.isReadOnly();
    m_import->setEnabled(writable);
    m_empty->button()->setEnabled(writable);
    m_people = any ? state()->analysis.peopleBefore : 0;
    Q_EMIT badgeChanged();
    if (!any)
        return header()->setContext({});
    if (const auto workshop = WorkshopRepository(context().document).load(context().workshop)) {
        const QString date = eraDate(workshop->heldOn);
        header()->setContext(date.isEmpty() ? workshop->title : workshop->title + u"　" + date);
    }
    const auto imports = SurveyRepository(context().document).imports(context().workshop);
    if (!imports)
        return showError(imports.error());
    m_before->show(state()->analysis.peopleBefore, state()->before.size(), *imports, writable);
    m_after->show(state()->analysis.peopleAfter, state()->after.size(), *imports, writable);
    int later = 0;
    for (const ImportInfo &info : *imports)
        later += info.wave == Wave::FollowUp ? info.responses : 0;
    m_followUp->setVisible(later > 0);
    m_followUp->show(later, later, *imports, writable);
    const bool listed = std::any_of(imports->begin(), imports->end(),
                                    [this](const ImportInfo &info) { return info.id == m_shownProblems; });
    if (!listed)
        m_problemCard->hide();
    showNextStep();
}

QString AnswersPage::badge() const
{
    return m_people > 0 ? tr("%1名").arg(m_people) : QString();
}

// One sentence and one button: what stands between these answers and a result.
void AnswersPage::showNextStep()
{
    const SurveyState &s = *state();
    const int open = s.linking.openQuestions();
    if (s.before.isEmpty() || s.after.isEmpty()) {
        setParagraph(m_nextText, s.before.isEmpty() ? tr("研修前の回答を取り込んでください。")
                                                    : tr("研修後の回答が届いたら、取り込んでください。"));
        m_nextButton->setText(tr("回答を取り込む"));
        m_nextPage = u"answers"_s;
    } else if (open > 0) {
        setParagraph(m_nextText, tr("同じ方の回答かどうか、確かめていただきたいものが "
                                    "%1件あります。確かめるまで、その回答は対に数えません。")
                                     .arg(open));
        m_nextButton->setText(tr("結びつけを確かめる"));
        m_nextPage = u"links"_s;
    } else {
        setParagraph(m_nextText, tr("前後とも答えた方は %1名です。").arg(s.linking.pairs()));
        m_nextButton->setText(tr("変化を見る"));
        m_nextPage = u"results"_s;
    }
}

ImportDialog *AnswersPage::openImport(const QString &path)
{
    const bool after = state() && !state()->before.isEmpty() && state()->after.isEmpty();
    auto *dialog = new ImportDialog(context(), after ? Wave::After : Wave::Before, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, [this](qint64 workshop, const QString &summary) {
        Q_EMIT workshopChanged(workshop);
        refresh();
        Q_EMIT notice({Notice::Kind::Info, summary});
    });
    dialog->open();
    dialog->setSource(path);
    return dialog;
}

void AnswersPage::removeImport(const ImportInfo &info)
{
    if (!report(SurveyRepository(context().document).removeImport(info.id)))
        return;
    refresh();
    Q_EMIT notice({Notice::Kind::Info,
                   tr("「%1」の取り込みを取り消しました。「元に戻す」で戻せます。").arg(info.source)});
}

void AnswersPage::showProblems(const ImportInfo &info)
{
    auto problems = SurveyRepository(context().document).problems(info.id);
    if (!problems)
        return showError(problems.error());
    m_shownProblems = info.id;
    m_problemCard->setSubtitle(tr("%1（%2）").arg(info.source, waveName(info.wave)));
    m_problems->setProblems(std::move(*problems));
    m_problemTable->resizeColumnsToContents();
    fitHeight(m_problemTable, 10);
    m_problemCard->show();
    m_problemTable->setFocus();
}

void AnswersPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !context().document.isReadOnly())
        event->acceptProposedAction();
}

void AnswersPage::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        openImport(urls.first().toLocalFile());
}

void AnswersPage::resizeEvent(QResizeEvent *event)
{
    SurveyPage::resizeEvent(event);
    m_waves->setDirection(width() < 760 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace tane
