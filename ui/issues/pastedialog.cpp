#include "issues/pastedialog.h"

#include "issues/board.h"
#include "issues/namehint.h"
#include "shell/page.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

PasteDialog::PasteDialog(PageContext &context, const std::vector<ConsultationTopic> &topics, qint64 topic,
                         const Registry &registry, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
{
    setWindowTitle(tr("相談の一覧を貼り付ける"));
    const QSize room = screen()->availableSize();
    resize(qMin(720, room.width() - 40), qMin(540, room.height() - 60));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    auto *what = new QLabel(this);
    what->setWordWrap(true);
    setParagraph(what,
                 tr("1行を1件として加えます。行の始めに「（ケアマネ）」のように書くと、相談者になります。"));
    column->addWidget(what);
    m_message = new NoticeBar(this);
    m_message->hide();
    column->addWidget(m_message);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(u"pasted"_s);
    m_text->setAccessibleName(tr("相談の一覧"));
    m_text->setPlaceholderText(
        tr("（ケアマネ）往診できる皮膚科はないか\n（家族）夜間に相談できる所を知りたい"));
    m_text->setTabChangesFocus(true);
    column->addWidget(m_text, 1);
    m_hint = new NoticeBar(this);
    m_hint->setObjectName(u"pasteHint"_s);
    m_hint->hide();
    column->addWidget(m_hint);
    auto *row = new QHBoxLayout;
    m_topic = new QComboBox(this);
    m_topic->setObjectName(u"pasteTopic"_s);
    m_topic->setAccessibleName(tr("見出し"));
    m_topic->addItem(tr("見出しは後で付ける"), 0);
    for (const ConsultationTopic &each : topics)
        m_topic->addItem(each.heading, each.id);
    m_topic->setCurrentIndex(std::max(0, m_topic->findData(topic)));
    m_municipality = new QComboBox(this);
    m_municipality->setAccessibleName(tr("市町村"));
    m_municipality->addItem(tr("市町村は書かない"), 0);
    for (const Municipality &each : registry.municipalities)
        m_municipality->addItem(each.name, each.id);
    row->addWidget(m_topic, 1);
    row->addWidget(m_municipality, 1);
    column->addLayout(row);
    m_count = secondaryLabel({}, this);
    auto *buttons = new QDialogButtonBox(this);
    m_store = buttons->addButton(tr("加える"), QDialogButtonBox::AcceptRole);
    m_store->setObjectName(u"storePasted"_s);
    makePrimary(m_store);
    buttons->addButton(tr("やめる"), QDialogButtonBox::RejectRole);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(buttons);
    column->addLayout(foot);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteDialog::update);
    connect(m_store, &QPushButton::clicked, this, &PasteDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

std::vector<Consultation> PasteDialog::lines() const
{
    std::vector<Consultation> all;
    const QStringList texts = noteLines(m_text->toPlainText());
    for (const QString &line : texts) {
        Consultation one = consultationFromLine(line);
        if (one.excerpt.isEmpty())
            continue;
        one.topic = m_topic->currentData().toLongLong();
        one.municipality = m_municipality->currentData().toLongLong();
        one.receivedOn = QDate::currentDate();
        all.push_back(std::move(one));
    }
    return all;
}

void PasteDialog::update()
{
    const std::vector<Consultation> all = lines();
    m_count->setText(tr("%1件").arg(all.size()));
    m_store->setEnabled(!all.empty());
    int places = 0;
    QString first;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QString hint = nameHintText(all[i].excerpt);
        if (hint.isEmpty())
            continue;
        if (++places == 1)
            first = tr("%1件目：%2").arg(i + 1).arg(hint);
    }
    if (places > 1)
        first += tr("（ほかに%1件）").arg(places - 1);
    if (places > 0)
        m_hint->show({Notice::Kind::Hint, first}, false);
    m_hint->setVisible(places > 0);
}

QString PasteDialog::hint() const
{
    return m_hint->isVisible() ? m_hint->text() : QString();
}

QString PasteDialog::unsavedDraft() const
{
    return m_text->toPlainText().trimmed().isEmpty() ? QString()
                                                     : tr("貼り付けた相談は、まだ加えていません。");
}

void PasteDialog::store()
{
    const std::vector<Consultation> all = lines();
    const auto done = m_context.document.perform(tr("相談の貼り付け"), [&](Database &) -> Result<> {
        for (const Consultation &one : all)
            TANE_CHECK(RecordTable<Consultation>(m_context.document).add(one, {}));
        return {};
    });
    if (!done)
        return m_message->show({Notice::Kind::Error, done.error().toString()});
    m_text->clear();
    Q_EMIT added(static_cast<int>(all.size()));
    accept();
}

} // namespace tane
