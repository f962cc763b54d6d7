#include "grouping/materialsdialog.h"

#include "parts/savedspin.h"
#include "shell/widgets.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kMost = 9999;
} // namespace

MaterialsDialog::MaterialsDialog(Document &document, qint64 workshop, int groups, int people, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_workshop(workshop)
    , m_groups(groups)
    , m_people(people)
{
    setWindowTitle(tr("備品の数え方"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::l, metrics::l, metrics::l, metrics::l);
    column->setSpacing(metrics::m);
    column->addWidget(
        secondaryLabel(tr("必要な数は、1班あたり×班の数＋1人あたり×人数＋予備です。いまは %1班・%2名で"
                          "計算しています。")
                           .arg(groups)
                           .arg(people),
                       this));
    m_notice = new NoticeBar(this);
    m_notice->hide();
    connect(m_notice, &NoticeBar::dismissed, m_notice, &QWidget::hide);
    column->addWidget(m_notice);
    auto materials = materialsOf(document, workshop);
    if (materials)
        m_materials = std::move(*materials);
    else
        m_notice->show({Notice::Kind::Error, materials.error().toString()});
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::m);
    grid->setVerticalSpacing(metrics::s);
    const std::array titles{tr("品目"), tr("1班あたり"), tr("1人あたり"), tr("予備"), tr("必要な数")};
    for (std::size_t i = 0; i < titles.size(); ++i)
        grid->addWidget(secondaryLabel(titles.at(i), this), 0, static_cast<int>(i));
    grid->setColumnStretch(0, 1);
    for (std::size_t i = 0; i < m_materials.size(); ++i)
        addRow(grid, static_cast<int>(i) + 1, i);
    column->addLayout(grid);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *close = new QPushButton(tr("閉じる"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons->addWidget(close);
    column->addLayout(buttons);
}

void MaterialsDialog::done(int result)
{
    for (SavedSpin *spin : findChildren<SavedSpin *>())
        spin->commit();
    QDialog::done(result);
}

void MaterialsDialog::addRow(QGridLayout *grid, int row, std::size_t index)
{
    const Material &material = m_materials[index];
    auto *name = new QLabel(material.name, this);
    name->setToolTip(material.kind);
    grid->addWidget(name, row, 0);
    const std::array fields{std::pair(&Material::perGroup, tr("1班あたり")),
                            std::pair(&Material::perPerson, tr("1人あたり")),
                            std::pair(&Material::spare, tr("予備"))};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto &[field, title] = fields.at(i);
        auto *spin = new SavedSpin(tr("%1：%2").arg(material.name, title), {}, 0, kMost, this);
        spin->setObjectName(u"%1-%2"_s.arg(material.id).arg(i));
        spin->setStored(material.*field);
        spin->setEnabled(!m_document.isReadOnly());
        grid->addWidget(spin, row, static_cast<int>(i) + 1);
        connect(spin, &QSpinBox::valueChanged, this, [this, index, field](int number) {
            m_materials[index].*field = number;
            showAmount(index);
        });
        connect(spin, &SavedSpin::saveRequested, this, [this, index, spin, field] {
            const auto saved = saveMaterial(m_document, m_workshop, m_materials[index]);
            if (saved)
                spin->setStored(m_materials[index].*field);
            else
                m_notice->show({Notice::Kind::Error, saved.error().toString()});
        });
    }
    auto *amount = new QLabel(this);
    amount->setObjectName(material.id);
    amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    amount->setMinimumWidth(90);
    grid->addWidget(amount, row, 4);
    m_amounts.push_back(amount);
    showAmount(index);
}

void MaterialsDialog::showAmount(std::size_t index)
{
    const Material &material = m_materials[index];
    m_amounts[index]->setText(tr("%1 %2").arg(material.amount(m_groups, m_people)).arg(material.unit));
}

} // namespace tane
