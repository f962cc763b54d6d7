#include "survey/questionnairepreview.h"

#include "paper/formpaper.h"
#include "printing/pageview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

QuestionnairePreview::QuestionnairePreview(QWidget *parent)
    : Card(tr("答える方に見える形"), parent)
{
    m_wave = new SegmentedControl(this);
    m_wave->setObjectName(u"previewWave"_s);
    m_wave->setAccessibleName(tr("いつの用紙か"));
    m_wave->setItems({waveText(Wave::Before), waveText(Wave::After), waveText(Wave::FollowUp)});
    m_role = new QComboBox(this);
    m_role->setObjectName(u"previewRole"_s);
    m_role->setAccessibleName(tr("だれの用紙か"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addWidget(m_wave);
    row->addWidget(m_role, 1);
    body()->addLayout(row);
    m_view = new PageView(this);
    m_view->setAccessibleName(tr("用紙の見本"));
    m_view->setObjectName(u"previewPages"_s);
    body()->addWidget(m_view, 1);
    m_nothing = secondaryLabel(tr("この時期に聞く設問はありません。"), this);
    m_nothing->setAlignment(Qt::AlignCenter);
    body()->addWidget(m_nothing, 1);
    connect(m_wave, &SegmentedControl::currentIndexChanged, this, [this] {
        draw();
        Q_EMIT waveChanged();
    });
    connect(m_role, &QComboBox::currentIndexChanged, this, [this] { draw(); });
}

Wave QuestionnairePreview::wave() const
{
    return static_cast<Wave>(std::max(0, m_wave->currentIndex()));
}

QString QuestionnairePreview::role() const
{
    return m_role->currentData().toString();
}

void QuestionnairePreview::show(const QuestionnaireFormContext &contents)
{
    m_contents = contents;
    {
        const QSignalBlocker quiet(m_role);
        const QString chosen = role();
        m_role->clear();
        m_role->addItem(tr("全員"), QString());
        for (const QString &each : contents.roles)
            m_role->addItem(each, each);
        m_role->setCurrentIndex(std::max(0, m_role->findData(chosen)));
    }
    draw();
}

void QuestionnairePreview::draw()
{
    m_sheet.reset();
    if (!askedPart(m_contents.questionnaire, wave(), role()).sets.empty())
        m_sheet = makeQuestionnairePaper(m_contents, wave(), nullptr, role());
    m_view->setVisible(m_sheet.has_value());
    m_nothing->setVisible(!m_sheet);
    if (!m_sheet)
        return;
    const int page = m_view->currentPage();
    m_view->setPaper(std::make_shared<const FormPaper>(*m_sheet));
    m_view->showPage(std::clamp(page, 0, m_view->pageCount() - 1)); // what is being edited stays in sight
}

} // namespace tane
