#include "survey/factrows.h"

#include "shell/widgets.h"

#include <QGridLayout>

namespace tane {

namespace {

constexpr int kNameWidth = 190;   // pixels
constexpr int kFigureWidth = 310; // holds a difference with its interval in one line

} // namespace

FactRows::FactRows(QWidget *parent)
    : QWidget(parent)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::l);
    m_grid->setVerticalSpacing(metrics::s);
    m_grid->setColumnMinimumWidth(0, kNameWidth);
    m_grid->setColumnMinimumWidth(1, kFigureWidth);
    m_grid->setColumnStretch(2, 1);
}

void FactRows::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

void FactRows::add(const QString &name, const QString &figure, const QString &meaning)
{
    auto *label = new QLabel(this);
    setParagraph(label, name);
    auto *value = new QLabel(this);
    setParagraph(value, figure);
    value->setFont(scaledFont(this, type::body, true));
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setFocusPolicy(Qt::NoFocus);
    QLabel *what = secondaryLabel({}, this);
    setParagraph(what, meaning);
    label->setProperty("fact", name);
    value->setProperty("factFigure", figure);
    value->setAccessibleName(QString(name + u' ' + figure + u' ' + meaning));
    m_grid->addWidget(label, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(value, m_rows, 1, Qt::AlignTop);
    m_grid->addWidget(what, m_rows, 2, Qt::AlignTop);
    ++m_rows;
}

QString FactRows::figure(const QString &name) const
{
    for (int row = 0; row < m_rows; ++row) {
        if (m_grid->itemAtPosition(row, 0)->widget()->property("fact").toString() == name)
            return m_grid->itemAtPosition(row, 1)->widget()->property("factFigure").toString();
    }
    return {};
}

} // namespace tane
