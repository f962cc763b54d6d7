#include "people/centredetails.h"

#include "parts/recordpicker.h"
#include "people/registeredit.h"
#include "people/registertext.h"
#include "shell/icons.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

CentreDetails::CentreDetails(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_form(document, tr("センター"), [this](const Result<> &result) { report(result); })
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_prompt = secondaryLabel({}, this);
    setParagraph(m_prompt, tr("一覧でセンターを選ぶと、担当する市町村や連絡先をここで編集できます。"));
    m_prompt->setWordWrap(true);
    m_fields = new QWidget(this);
    m_grid = new FieldGrid(84);
    auto *inner = new QVBoxLayout(m_fields);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::m);
    inner->addLayout(m_grid);
    makeFields();
    makeServed();
    inner->addStretch(1);
    column->addWidget(m_prompt);
    column->addWidget(m_fields, 1);
    column->addStretch(0);
}

void CentreDetails::makeFields()
{
    m_name = m_form.line(m_fields, tr("名称"), &Centre::name, true);
    m_name->setObjectName(u"centreName"_s);
    m_grid->addField(tr("名称"), {m_name});
    m_grid->addField(tr("ふりがな"), {m_form.line(m_fields, tr("ふりがな"), &Centre::kana)});
    m_grid->addField(tr("区分"), {m_form.choice(m_fields, tr("区分"), &Centre::rank,
                                                {tr("未定"), rankText(Centre::Rank::Core),
                                                 rankText(Centre::Rank::Field)})});
    auto *hub = m_form.choice(m_fields, tr("拠点"), &Centre::hub, {tr("不明"), tr("あり"), tr("なし")});
    hub->setToolTip(tr("在宅医療に必要な連携を担う拠点"));
    m_grid->addField(tr("拠点"), {hub});
    m_operator = m_form.line(m_fields, tr("委託先"), &Centre::operatedBy);
    m_operator->setObjectName(u"operator"_s);
    m_operator->setPlaceholder(tr("郡市医師会、直営 など"));
    m_grid->addField(tr("委託先"), {m_operator});
    auto *count = m_form.count(m_fields, tr("コーディネーターの配置数"), &Centre::coordinators);
    count->setObjectName(u"coordinators"_s);
    count->setPlaceholder(tr("コーディネーターの人数。不明なら空のまま"));
    count->setToolTip(tr("センターに置かれている人数。名簿に登録した方の数とは別に数えます。"));
    m_grid->addField(tr("配置数"), {count});
    m_grid->addField(tr("電話"), {m_form.line(m_fields, tr("電話"), &Centre::phone)});
    m_grid->addField(tr("メール"), {m_form.line(m_fields, tr("メール"), &Centre::email)});
    auto *closed = m_form.date(m_fields, tr("閉所日"), &Centre::closedOn);
    closed->setObjectName(u"closedOn"_s);
    m_grid->addField(tr("閉所日"), {closed});
    m_grid->addField(tr("備考"), {m_form.text(m_fields, tr("備考"), &Centre::note)});
}

void CentreDetails::makeServed()
{
    auto *column = static_cast<QVBoxLayout *>(m_fields->layout());
    auto *title = new QLabel(tr("担当する市町村"), m_fields);
    title->setFont(scaledFont(title, type::body, true));
    column->addWidget(title);
    m_servedColumn = new QVBoxLayout;
    m_servedColumn->setSpacing(metrics::xs);
    column->addLayout(m_servedColumn);
    m_add = new RecordPicker(tr("担当する市町村を加える"), tr("市町村の名前を入れて加える"), m_fields);
    m_add->setObjectName(u"addServed"_s);
    connect(m_add, &RecordPicker::picked, this, [this](qint64 municipality) {
        report(setServed(m_document, m_form.id(), municipality, true));
        m_add->setFocus();
    });
    column->addWidget(m_add);
}

void CentreDetails::show(const Registry &registry, const Centre *centre, const QStringList &operators,
                         bool writable)
{
    m_prompt->setVisible(centre == nullptr);
    m_fields->setVisible(centre != nullptr);
    if (centre == nullptr)
        return m_form.leave();
    m_form.show(*centre, writable);
    auto *completer = qobject_cast<QCompleter *>(m_operator->edit()->completer());
    if (completer == nullptr || m_operator->property("words").toStringList() != operators) {
        m_operator->setProperty("words", operators);
        completer = new QCompleter(operators, m_operator->edit());
        completer->setFilterMode(Qt::MatchContains);
        m_operator->edit()->setCompleter(completer);
    }
    fillServed(registry, writable);
}

// The rows stay while the links do, so that the caret does.
void CentreDetails::fillServed(const Registry &registry, bool writable)
{
    std::vector<const CentreMunicipality *> links;
    for (const CentreMunicipality &link : registry.served)
        if (link.centre == m_form.id())
            links.push_back(&link);
    const auto same = [](const Served &row, const CentreMunicipality *link) { return row.link == link->id; };
    if (!std::ranges::equal(m_served, links, same)) {
        for (const Served &row : m_served) {
            row.frame->hide();
            row.frame->deleteLater();
        }
        m_served.clear();
        for (const CentreMunicipality *link : links) {
            const Municipality *municipality = registry.municipality(link->municipality);
            m_served.push_back(
                makeServedRow(*link, municipality != nullptr ? municipality->name : QString()));
        }
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
        m_served[i].note->setValue(links[i]->note);
        m_served[i].note->setReadOnly(!writable);
        m_served[i].frame->findChild<QToolButton *>()->setEnabled(writable);
    }
    std::vector<RecordPicker::Item> others;
    for (const Municipality &municipality : registry.municipalities)
        if (std::ranges::find(links, municipality.id, &CentreMunicipality::municipality) == links.end())
            others.push_back({municipality.id, municipality.name, municipality.kana});
    m_add->setItems(others);
    m_add->setEnabled(writable);
}

CentreDetails::Served CentreDetails::makeServedRow(const CentreMunicipality &link, const QString &name)
{
    Served row{link.id, link.municipality, new QWidget(m_fields), nullptr};
    auto *line = new QHBoxLayout(row.frame);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::s);
    auto *open = new QPushButton(name, row.frame);
    makePlain(open);
    open->setToolTip(tr("%1のページを開く").arg(name));
    connect(open, &QPushButton::clicked, this,
            [this, id = link.municipality] { Q_EMIT municipalityRequested(id); });
    row.note = new SavedLine(
        tr("%1の担当についての補足").arg(name),
        [this, id = link.id](const QString &text) {
            return saveField<CentreMunicipality>(m_document, id, &CentreMunicipality::note, text,
                                                 tr("担当する市町村の補足の変更"));
        },
        row.frame);
    row.note->setPlaceholder(tr("補足（受け持つ地区など）"));
    auto *remove = new QToolButton(row.frame);
    remove->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    remove->setIconSize({10, 10});
    remove->setToolTip(tr("%1を担当から外す").arg(name));
    remove->setAccessibleName(remove->toolTip());
    makePlain(remove);
    connect(remove, &QToolButton::clicked, this,
            [this, id = link.municipality] { report(setServed(m_document, m_form.id(), id, false)); });
    line->addWidget(open, 0, Qt::AlignTop);
    line->addWidget(row.note, 1);
    line->addWidget(remove, 0, Qt::AlignTop);
    m_servedColumn->addWidget(row.frame);
    return row;
}

void CentreDetails::focusName()
{
    m_name->edit()->setFocus();
    m_name->edit()->selectAll();
}

void CentreDetails::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
