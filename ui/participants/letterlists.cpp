// What LettersPage does with rosters and handouts.
#include "participants/letterlist.h"
#include "participants/letterspage.h"

#include "paper/formpaper.h"
#include "paper/reportpdf.h"
#include "printing/pageview.h"
#include "shell/widgets.h"
#include "survey/surveyrepository.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kKey = Qt::UserRole; ///< of a free text

std::shared_ptr<const PaperPages> pagesOf(const ListContent &content)
{
    if (const auto *sheet = std::get_if<FormSheet>(&content))
        return std::make_shared<const FormPaper>(*sheet);
    return std::make_shared<const PaperPages>(reportPages(std::get<ReportDocument>(content)));
}

LetterField textsField()
{
    return {.key = u"texts"_s, .label = LettersPage::tr("自由記述の選択")};
}

} // namespace

void LettersPage::addLists()
{
    m_kinds->addGroup(tr("一覧・配布資料"));
    for (const ParticipantList list : allParticipantLists())
        m_kinds->addEntry({listCode(list), listTitle(list), {}, false});
}

void LettersPage::makeTexts(QBoxLayout *column)
{
    m_textCard = new Card(tr("載せる自由記述"), this);
    m_texts = new QListWidget(m_textCard);
    m_texts->setObjectName(u"texts"_s);
    m_texts->setAccessibleName(tr("載せる自由記述"));
    m_texts->setFrameShape(QFrame::NoFrame);
    m_texts->setWordWrap(true);
    m_texts->setMinimumHeight(220);
    m_textCard->body()->addWidget(m_texts);
    column->addWidget(m_textCard);
    connect(m_texts, &QListWidget::itemChanged, this, [this] { storeTexts(); });
}

void LettersPage::showListStates()
{
    const auto people = std::ranges::count_if(m_source.participants, [](const Participant &one) {
        return one.state == Participant::State::Accepted || one.walkIn;
    });
    const auto questions = std::ranges::count_if(
        m_source.participants, [](const Participant &one) { return !one.question.trimmed().isEmpty(); });
    int answers = 0;
    if (const auto imports = SurveyRepository(document()).imports(workshop()))
        for (const ImportInfo &import : *imports)
            answers += import.wave == Wave::Before ? import.responses : 0;
    const QString count = tr("%1名").arg(people);
    m_kinds->setState(listCode(ParticipantList::RosterKana), count, false);
    m_kinds->setState(listCode(ParticipantList::RosterMunicipality), count, false);
    m_kinds->setState(listCode(ParticipantList::Questions), tr("%1件").arg(questions), false);
    m_kinds->setState(listCode(ParticipantList::BeforeSummary), tr("回答 %1名").arg(answers), false);
}

Result<> LettersPage::storeField(const LetterField &field, const std::optional<QString> &text)
{
    const QString code = m_list ? listCode(*m_list) : letterCode(m_kind);
    const QString title = m_list ? listTitle(*m_list) : letterTitle(m_kind);
    return text ? saveLetterField(document(), workshop(), code, title, field, *text)
                : resetLetterField(document(), workshop(), code, title, field);
}

/// The free texts with a tick before those that are shown; the same list again only changes the ticks.
void LettersPage::showTexts()
{
    m_textCard->hide();
    if (m_list != ParticipantList::BeforeSummary)
        return;
    const auto set = loadBeforeAnswers(document(), m_source.workshop);
    if (!set || !*set)
        return;
    const std::vector<FreeTextAnswer> texts = freeTextsOf(**set);
    const auto stored = m_source.own.find({listCode(*m_list), textsField().key});
    const QStringList chosen =
        stored == m_source.own.end() ? QStringList() : stored->second.split(u'\n', Qt::SkipEmptyParts);
    const QSignalBlocker blocker(m_texts);
    bool same = m_texts->count() == static_cast<int>(texts.size());
    for (int i = 0; same && i < m_texts->count(); ++i)
        same = m_texts->item(i)->data(kKey).toString() == texts[static_cast<std::size_t>(i)].key;
    if (!same) {
        m_texts->clear();
        for (const FreeTextAnswer &text : texts) {
            const QString role = text.role.isEmpty() ? QString() : tr("（%1）").arg(text.role);
            auto *item = new QListWidgetItem(QString(text.text + role), m_texts);
            item->setData(kKey, text.key);
            item->setToolTip(text.item);
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        }
    }
    for (int i = 0; i < m_texts->count(); ++i) {
        QListWidgetItem *item = m_texts->item(i);
        item->setCheckState(chosen.contains(item->data(kKey).toString()) ? Qt::Checked : Qt::Unchecked);
        item->setFlags(isWritable() ? item->flags() | Qt::ItemIsEnabled : item->flags() & ~Qt::ItemIsEnabled);
    }
    m_textCard->setVisible(!texts.empty());
}

void LettersPage::storeTexts()
{
    QStringList chosen;
    for (int i = 0; i < m_texts->count(); ++i)
        if (m_texts->item(i)->checkState() == Qt::Checked)
            chosen << m_texts->item(i)->data(kKey).toString();
    report(storeField(textsField(), chosen.join(u'\n')));
}

void LettersPage::showList()
{
    const int page = m_preview->currentPage();
    const auto content = makeParticipantList(document(), m_source, *m_list);
    m_content = content ? std::optional(*content) : std::nullopt;
    m_listPages = content ? pagesOf(*content) : nullptr;
    if (!content)
        m_missing->show({Notice::Kind::Hint, content.error().message}, false);
    m_preview->setPaper(m_listPages);
    if (page > 0)
        m_preview->showPage(page);
}

} // namespace tane
