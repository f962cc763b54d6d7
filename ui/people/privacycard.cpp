#include "people/privacycard.h"

#include "base/fiscalyear.h"
#include "exchange/workbookwriter.h"
#include "parts/filefilters.h"
#include "parts/rowdelegate.h"
#include "people/peopletext.h"
#include "people/privacy.h"
#include "shell/page.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

PrivacyCard::PrivacyCard(PageContext &context, std::function<void(const Result<> &)> report, QWidget *parent)
    : Card(tr("個人情報の取扱い"), parent)
    , m_context(context)
    , m_report(report)
    , m_form(context.document, tr("人材"), std::move(report))
{
    setObjectName(u"privacy"_s);
    auto *grid = new FieldGrid(104);
    body()->addLayout(grid);
    SavedText *consent = m_form.text(this, tr("同意"), &Person::consent);
    consent->setPlaceholder(tr("例：申込書で名簿への登録に同意（令和8年6月）"));
    grid->addField(tr("同意"), {consent});
    DateField *keep = m_form.date(this, tr("保存する期限"), &Person::keepUntil);
    keep->setObjectName(u"keepUntil"_s);
    grid->addField(tr("保存する期限"), {keep});
    m_overdue = new QLabel(this);
    m_overdue->setProperty("tone", u"error"_s);
    m_overdue->setWordWrap(true);
    body()->addWidget(m_overdue);
    m_list = new QPushButton(this);
    m_list->setObjectName(u"listKnown"_s);
    m_list->setCheckable(true);
    makePlain(m_list);
    body()->addWidget(m_list, 0, Qt::AlignLeft);
    m_knownBox = new QWidget(this);
    auto *column = new QVBoxLayout(m_knownBox);
    column->setContentsMargins(0, 0, 0, 0);
    m_known = new QStandardItemModel(this);
    m_table = new QTableView(m_knownBox);
    m_table->setObjectName(u"known"_s);
    m_table->setAccessibleName(tr("この方について持っている情報"));
    m_table->setModel(m_known);
    styleTable(m_table, new RowDelegate(m_table));
    m_table->verticalHeader()->setDefaultSectionSize(44);
    auto *save = new QPushButton(tr("Excel で書き出す…"), m_knownBox);
    save->setObjectName(u"exportKnown"_s);
    column->addWidget(m_table);
    column->addWidget(save, 0, Qt::AlignLeft);
    body()->addWidget(m_knownBox);
    auto *buttons = new QHBoxLayout;
    m_anonymous = new QPushButton(tr("匿名にする…"), this);
    m_anonymous->setObjectName(u"anonymise"_s);
    m_anonymous->setToolTip(tr("氏名と連絡先を消し、段階や回答は統計のために残します。"));
    m_remove = new QPushButton(tr("削除する…"), this);
    m_remove->setObjectName(u"removePerson"_s);
    buttons->addWidget(m_anonymous);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(m_list, &QPushButton::toggled, this, &PrivacyCard::showKnown);
    connect(save, &QPushButton::clicked, this, &PrivacyCard::exportKnown);
    connect(m_anonymous, &QPushButton::clicked, this, &PrivacyCard::makeAnonymous);
    connect(m_remove, &QPushButton::clicked, this, &PrivacyCard::removePerson);
    showKnown(false);
}

void PrivacyCard::show(const PersonRecord &person, bool writable)
{
    const bool other = person.person.id != m_person.person.id;
    m_person = person;
    m_form.show(person.person, writable);
    m_anonymous->setEnabled(writable && !person.person.anonymous);
    m_remove->setEnabled(writable);
    const QDate until = person.person.keepUntil;
    m_overdue->setVisible(until.isValid() && until < QDate::currentDate());
    if (!m_overdue->isHidden())
        m_overdue->setText(
            tr("保存する期限（%1）を過ぎています。匿名にするか、削除してください。").arg(eraDate(until)));
    if (other)
        m_list->setChecked(false);
    showKnown(m_list->isChecked());
}

void PrivacyCard::showKnown(bool shown)
{
    m_list->setText(shown ? tr("▾ この方について持っている情報") : tr("▸ この方について持っている情報"));
    m_knownBox->setVisible(shown);
    if (!shown)
        return;
    const auto facts = knownOf(m_context.document, m_person.person.id);
    m_report(facts ? Result<>() : Result<>(std::unexpected(facts.error())));
    m_known->clear();
    m_known->setHorizontalHeaderLabels({tr("どこに"), tr("日付"), tr("内容")});
    if (!facts)
        return;
    for (const KnownFact &fact : *facts) {
        QList<QStandardItem *> row;
        for (const QString &text : {fact.where, eraDate(fact.day), fact.what}) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setToolTip(text);
            row << item;
        }
        m_known->appendRow(row);
    }
    m_table->setColumnWidth(0, 132);
    m_table->setColumnWidth(1, 112);
    m_table->horizontalHeader()->setStretchLastSection(true);
    fitHeight(m_table, 8);
}

Result<> PrivacyCard::writeKnown(const QString &path)
{
    TANE_TRY(const std::vector<KnownFact> facts, knownOf(m_context.document, m_person.person.id));
    WorkbookWriter book;
    book.setTitle(tr("持っている情報の一覧"));
    SheetWriter &sheet = book.addSheet(tr("持っている情報"));
    sheet.writeTitle(tr("%1さんについて持っている情報").arg(personName(m_person)));
    sheet.writeNote(tr("%1現在").arg(eraDate(QDate::currentDate())));
    sheet.writeHead({tr("どこに"), tr("日付"), tr("内容")});
    for (const KnownFact &fact : facts)
        sheet.writeRow({fact.where, eraDate(fact.day), fact.what});
    return book.save(path);
}

void PrivacyCard::exportKnown()
{
    // The number, not the name: names do not belong into the names of files.
    const QString path = m_context.dialogs.saveFile(
        this, tr("持っている情報の書き出し"),
        tr("持っている情報-%1.xlsx").arg(m_person.person.id, 3, 10, QChar(u'0')), workbookFilter());
    if (path.isEmpty())
        return;
    const Result<> written = writeKnown(path);
    m_report(written);
    if (written)
        Q_EMIT notice({Notice::Kind::Info,
                       tr("「%1」フォルダーに「%2」を書き出しました。")
                           .arg(QFileInfo(path).absoluteDir().dirName(), QFileInfo(path).fileName())});
}

void PrivacyCard::makeAnonymous()
{
    const bool sure = m_context.dialogs.confirm(
        this,
        tr("%1さんを匿名にしますか。\n氏名・ふりがな・連絡先・同意・メモを消します。この方の回答からも氏名な"
           "どを"
           "消し、段階や回答の印は統計のために残します。\nファイルを閉じるまでは「元に戻す」で戻せます。")
            .arg(personName(m_person)),
        tr("匿名にする"));
    if (!sure)
        return;
    const auto texts = anonymise(m_context.document, m_person.person.id);
    m_report(texts ? Result<>() : Result<>(std::unexpected(texts.error())));
    if (texts)
        Q_EMIT notice({Notice::Kind::Info,
                       *texts > 0
                           ? tr("匿名にしました。自由記述が %1件残っています。お名前などが書かれていないか、"
                                "お確かめください。")
                                 .arg(*texts)
                           : tr("匿名にしました。「元に戻す」で戻せます。")});
}

void PrivacyCard::removePerson()
{
    const bool sure = m_context.dialogs.confirm(
        this,
        tr("%1さんの記録を、所属・評価・支援への参加・研修会の参加者の欄と一緒に削除しますか。\n研修会"
           "の回答は残り、名簿との結びつきが"
           "なくなります。\nファイルを閉じるまでは「元に戻す」で戻せます。")
            .arg(personName(m_person)),
        tr("削除する"));
    if (!sure)
        return;
    const Result<> removed = tane::removePerson(m_context.document, m_person.person.id);
    m_report(removed);
    if (removed)
        Q_EMIT deleted();
}

} // namespace tane
