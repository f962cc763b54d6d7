#include "grouping/kitcard.h"

#include "shell/flowlayout.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString purposeOf(KitSheet sheet)
{
    switch (sheet) {
    case KitSheet::Roster:
        return KitCard::tr("班ごとに、氏名・立場・所属・役割を並べます。職員と講師の手元に。");
    case KitSheet::Groups:
        return KitCard::tr("離れた所からも読める大きな字の一覧です。会場の入口に貼ります。");
    case KitSheet::NameCards:
        return KitCard::tr("91×55mm、A4 に10枚。市販の名刺サイズのカード用紙に合います。");
    case KitSheet::Signs:
        return KitCard::tr("テーブルに置く札です。班の番号と名前を大きく入れます。");
    case KitSheet::SignIn:
        return KitCard::tr("五十音順に並べ、班と署名の欄を付けます。受付に。");
    case KitSheet::RunningOrder:
        return KitCard::tr("時間割に進行・書記・担当の欄を加え、各班の進行と書記も載せます。");
    case KitSheet::Materials:
        return KitCard::tr("模造紙・付箋・ペンなどの数を、班と人数から計算します。");
    case KitSheet::Facilitator:
        return KitCard::tr("テーマごとの問いかけ、時間の目安、話が止まったときの声のかけ方です。");
    case KitSheet::Slides:
        return KitCard::tr("テーマと考えるポイントを1枚ずつ。画面の比率は 16:9 です。");
    case KitSheet::Poster:
        return KitCard::tr("場面の枠を印刷した模造紙です。大判プリンターがないときは A3 の貼り合わせで。");
    case KitSheet::PosterGuide:
        return KitCard::tr("模造紙に手で枠を書くときの寸法です。場面と向きは「模造紙の様式」に合わせます。");
    }
    Q_UNREACHABLE();
}

} // namespace

KitCard::KitCard(KitSheet sheet, QWidget *parent)
    : Card(kitSheetTitle(sheet), parent)
    , m_sheet(sheet)
{
    const QString title = kitSheetTitle(sheet);
    setObjectName(kitSheetCode(sheet));
    auto *purpose = new QLabel(this);
    purpose->setWordWrap(true);
    setParagraph(purpose, purposeOf(sheet));
    body()->addWidget(purpose);
    auto *options = new QWidget(this);
    m_options = new FlowLayout(metrics::m, options);
    body()->addWidget(options);
    m_gap = secondaryLabel({}, this);
    m_gap->setObjectName(u"gap"_s);
    m_gap->setWordWrap(true);
    m_gap->hide();
    body()->addWidget(m_gap);
    body()->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::s);
    m_preview = new QPushButton(tr("プレビュー・印刷"), this);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setAccessibleName(tr("%1のプレビュー・印刷").arg(title));
    m_pdf = new QPushButton(tr("PDF…"), this);
    m_pdf->setObjectName(u"pdf"_s);
    m_pdf->setAccessibleName(tr("%1を PDF に保存").arg(title));
    m_chosen = new QCheckBox(tr("まとめに入れる"), this);
    m_chosen->setObjectName(u"chosen"_s);
    m_chosen->setAccessibleName(tr("%1をまとめて PDF に入れる").arg(title));
    buttons->addWidget(m_preview);
    buttons->addWidget(m_pdf);
    buttons->addStretch();
    buttons->addWidget(m_chosen);
    body()->addLayout(buttons);
    connect(m_preview, &QPushButton::clicked, this, [this] { Q_EMIT previewRequested(m_sheet); });
    connect(m_pdf, &QPushButton::clicked, this, [this] { Q_EMIT pdfRequested(m_sheet); });
    connect(m_chosen, &QCheckBox::toggled, this, &KitCard::chosenChanged);
}

QCheckBox *KitCard::addOption(const QString &text, const QString &tip)
{
    auto *box = new QCheckBox(text, m_options->parentWidget());
    box->setToolTip(tip);
    m_options->addWidget(box);
    return box;
}

void KitCard::setPaper(const QString &paper)
{
    setSubtitle(paper);
}

void KitCard::setGap(const QString &text)
{
    m_gap->setText(text);
    m_gap->setVisible(!text.isEmpty());
}

void KitCard::setPrintable(bool on)
{
    m_preview->setEnabled(on);
    m_pdf->setEnabled(on);
    m_chosen->setEnabled(on);
}

bool KitCard::isChosen() const
{
    return m_chosen->isChecked() && m_chosen->isEnabled();
}

void KitCard::setChosen(bool on)
{
    m_chosen->setChecked(on);
}

} // namespace tane
