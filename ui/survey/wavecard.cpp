#include "survey/wavecard.h"

#include "survey/surveypage.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace tane {

WaveCard::WaveCard(Wave wave, QWidget *parent)
    : Card(waveName(wave), parent)
    , m_wave(wave)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_count = new QLabel(this);
    m_count->setFont(scaledFont(this, type::pageTitle * 1.4, true));
    m_count->setObjectName(QStringLiteral("peopleCount"));
    m_sheets = secondaryLabel({}, this);
    row->addWidget(m_count, 0, Qt::AlignBaseline);
    row->addWidget(m_sheets, 1, Qt::AlignBaseline);
    body()->addLayout(row);
    m_imports = new QVBoxLayout;
    m_imports->setSpacing(0);
    body()->addLayout(m_imports);
    body()->addStretch(1);
}

void WaveCard::show(int people, int sheets, const std::vector<ImportInfo> &imports, bool editable)
{
    m_count->setText(people > 0 ? tr("%1名").arg(people) : tr("まだありません"));
    m_count->setFont(scaledFont(this, people > 0 ? type::pageTitle * 1.4 : type::body, people > 0));
    m_sheets->setText(sheets > people ? tr("回答 %1件（2回以上答えた方を含む）").arg(sheets)
                      : sheets > 0
                          ? tr("回答 %1件").arg(sheets)
                          : tr("「回答を取り込む」か、ファイルやフォルダーをここへドロップしてください。"));
    while (QLayoutItem *item = m_imports->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // its own button may be what brought us here
        delete item;
    }
    for (const ImportInfo &info : imports) {
        if (info.wave == m_wave)
            m_imports->addWidget(importRow(info, editable));
    }
}

QWidget *WaveCard::importRow(const ImportInfo &info, bool editable)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, metrics::xs, 0, metrics::xs);
    layout->setSpacing(metrics::s);
    auto *text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(new ElidedLabel(info.source, row));
    text->addWidget(
        secondaryLabel(tr("%1　回答 %2件").arg(shortDateTime(info.importedAt)).arg(info.responses), row));
    layout->addLayout(text, 1);
    if (info.problems > 0) {
        auto *problems = new QPushButton(tr("読み取れないところ %1件").arg(info.problems), row);
        problems->setObjectName(QStringLiteral("showProblems"));
        makePlain(problems);
        layout->addWidget(problems);
        connect(problems, &QPushButton::clicked, this, [this, info] { Q_EMIT showProblems(info); });
    }
    auto *remove = new QPushButton(tr("取り消す"), row);
    remove->setObjectName(QStringLiteral("removeImport"));
    remove->setAccessibleName(tr("「%1」の取り込みを取り消す").arg(info.source));
    remove->setEnabled(editable);
    makePlain(remove);
    layout->addWidget(remove);
    connect(remove, &QPushButton::clicked, this, [this, info] { Q_EMIT removeImport(info); });
    return row;
}

} // namespace tane
