#include "programme/newprogrammecard.h"

#include "programme/cycle.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString usualTitle(int year)
{
    return NewProgrammeCard::tr("%1 コーディネーター研修").arg(FiscalYear(year).text());
}

} // namespace

NewProgrammeCard::NewProgrammeCard(QWidget *parent)
    : Card(tr("新しいプログラム"), parent)
{
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft);
    form->setHorizontalSpacing(metrics::l);
    form->setVerticalSpacing(metrics::s);
    m_title = new QLineEdit(this);
    m_year = new QComboBox(this);
    m_owner = new QLineEdit(this);
    m_shape = new QComboBox(this);
    m_shape->addItem(tr("何も入れずに始める"), QString());
    for (const CycleTemplate &each : CycleRepository::templates())
        m_shape->addItem(tr("ひな形：%1").arg(each.title), each.id);
    m_explanation = secondaryLabel({}, this);
    m_explanation->setWordWrap(true);
    form->addRow(tr("名前(&N)"), m_title);
    form->addRow(tr("年度(&Y)"), m_year);
    form->addRow(tr("担当(&O)"), m_owner);
    form->addRow(tr("始め方(&T)"), m_shape);
    form->addRow(QString(), m_explanation);
    m_title->setAccessibleName(tr("プログラムの名前"));
    m_year->setAccessibleName(tr("年度"));
    m_owner->setAccessibleName(tr("担当"));
    m_owner->setPlaceholderText(tr("名字など（あとからでも書けます）"));
    m_shape->setAccessibleName(tr("始め方"));
    m_title->setMaximumWidth(560);
    m_owner->setMaximumWidth(560);
    m_year->setMaximumWidth(200);
    m_shape->setMaximumWidth(560);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    body()->addLayout(form);
    m_error = new QLabel(this);
    m_error->setProperty("tone", u"error"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    body()->addWidget(m_error);
    auto *buttons = new QHBoxLayout;
    m_create = new QPushButton(tr("つくる"), this);
    makePrimary(m_create);
    auto *cancel = new QPushButton(tr("やめる"), this);
    buttons->addWidget(m_create);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(m_create, &QPushButton::clicked, this, &NewProgrammeCard::create);
    connect(cancel, &QPushButton::clicked, this, &NewProgrammeCard::cancelled);
    connect(m_title, &QLineEdit::returnPressed, this, &NewProgrammeCard::create);
    connect(m_owner, &QLineEdit::returnPressed, this, &NewProgrammeCard::create);
    connect(m_shape, &QComboBox::currentIndexChanged, this, &NewProgrammeCard::explain);
    connect(m_year, &QComboBox::currentIndexChanged, this, [this] {
        if (m_title->text() != m_suggested || m_year->currentData().isNull())
            return;
        m_suggested = usualTitle(m_year->currentData().toInt());
        m_title->setText(m_suggested);
    });
    explain();
}

void NewProgrammeCard::fillYears(QDate today)
{
    const int current = FiscalYear::of(today).startYear();
    m_year->clear();
    for (int year = current + 2; year >= current - 5; --year)
        m_year->addItem(FiscalYear(year).text(), year);
    m_year->addItem(tr("まだ決めない"));
    m_year->setCurrentIndex(m_year->findData(current));
}

void NewProgrammeCard::begin(QDate today)
{
    m_suggested.clear();
    m_title->setText(QString());
    fillYears(today);
    m_suggested = usualTitle(m_year->currentData().toInt());
    m_title->setText(m_suggested);
    m_owner->clear();
    m_error->hide();
    m_title->setFocus();
    m_title->selectAll();
}

void NewProgrammeCard::explain()
{
    const QString id = m_shape->currentData().toString();
    QString text = tr("対象（コーディネーター・市町村担当者）と、実態確認の10の観点だけが入ります。");
    for (const CycleTemplate &each : CycleRepository::templates()) {
        if (each.id == id)
            text = each.description;
    }
    m_explanation->setText(text);
}

void NewProgrammeCard::showError(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

void NewProgrammeCard::create()
{
    Programme programme;
    programme.title = m_title->text().simplified();
    if (programme.title.isEmpty()) {
        showError(tr("名前を書いてください。あとから変えられます。"));
        m_title->setFocus();
        return;
    }
    if (const QVariant year = m_year->currentData(); !year.isNull()) {
        programme.firstYear = year.toInt();
        programme.lastYear = year.toInt();
    }
    programme.owner = m_owner->text().simplified();
    Q_EMIT createRequested(programme, m_shape->currentData().toString());
}

void NewProgrammeCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return;
    }
    Card::keyPressEvent(event);
}

} // namespace tane
