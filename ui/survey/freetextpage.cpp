#include "survey/freetextpage.h"

#include "parts/chartcard.h"
#include "parts/filefilters.h"
#include "programme/workshop.h"
#include "shell/widgets.h"
#include "survey/codescard.h"
#include "survey/excerptcard.h"
#include "survey/freetextmodel.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSet>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kListHeight = 520;
constexpr int kSideWidth = 340;
constexpr int kBothWidth = 860; // of a page that has room for list and codes beside each other

void choose(QComboBox *box, const QVariant &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

FreeTextPage::FreeTextPage(PageContext &pageContext, QWidget *parent)
    : ScrollPage(tr("自由記述"), pageContext, parent)
{
    makeHeader();
    makeFilters();
    makeBody();
    connectCards();
}

void FreeTextPage::makeHeader()
{
    m_export = new QPushButton(tr("書き出し"), this);
    m_export->setObjectName(u"export"_s);
    auto *menu = new QMenu(m_export);
    m_exportActions << menu->addAction(tr("自由記述を Excel で（内部用）…"), this, [this] { write(false); });
    m_exportActions << menu->addAction(tr("集計と引用を Excel で（外部用）…"), this, [this] { write(true); });
    m_export->setMenu(menu);
    header()->addAction(m_export);
}

void FreeTextPage::makeFilters()
{
    m_controls = new QWidget(this);
    auto *row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::m);
    const auto box = [&](const QString &name, const QString &what, int stretch) {
        auto *made = new QComboBox(m_controls);
        made->setObjectName(name);
        made->setAccessibleName(what);
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(8);
        row->addWidget(made, stretch);
        connect(made, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_filling)
                showList();
        });
        return made;
    };
    m_question = box(u"question"_s, tr("設問"), 4);
    m_role = box(u"role"_s, tr("立場"), 2);
    m_state = box(u"state"_s, tr("表示する回答"), 2);
    top()->addWidget(m_controls);
}

void FreeTextPage::makeBody()
{
    m_content = new QWidget(this);
    auto *all = new QVBoxLayout(m_content);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(metrics::m);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    auto *answers = new Card(tr("回答"), m_content);
    m_shown = secondaryLabel({}, answers);
    m_list = new QListView(answers);
    m_list->setObjectName(u"freeTexts"_s);
    m_list->setAccessibleName(tr("自由記述の一覧"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumHeight(kListHeight);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_model = new FreeTextModel(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FreeTextDelegate(m_list));
    m_list->installEventFilter(this);
    answers->body()->addWidget(m_shown);
    answers->body()->addWidget(m_list, 1);
    m_columns->addWidget(answers, 1);

    auto *side = new QVBoxLayout;
    side->setSpacing(metrics::m);
    m_codes = new CodesCard(m_content);
    m_codes->setMinimumWidth(kSideWidth);
    m_excerpt = new ExcerptCard(
        [this](const QString &text) -> Result<> {
            const FreeAnswer *answer = current();
            return answer ? saveExcerpt(context().document, context().workshop, *answer, text) : Result<>();
        },
        m_content);
    side->addWidget(m_codes);
    side->addWidget(m_excerpt);
    side->addStretch(1);
    m_columns->addLayout(side);
    all->addLayout(m_columns);
    m_chart = new ChartCard(tr("コードごとの件数"), tr("図_自由記述の内容"), context(), m_content);
    all->addWidget(m_chart);
    m_empty = new EmptyState(tr("自由記述は、まだありません"),
                             tr("回答を取り込むと、理由や感想などの文をここで読み、コードを付けて数え、報告書"
                                "に載せる文を選べます。"),
                             tr("回答を取り込む"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"answers"_s); });
    body()->addWidget(m_content, 1);
    body()->addWidget(m_empty, 1);
}

void FreeTextPage::connectCards()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                const FreeAnswer *answer = m_model->answer(now.row());
                if (m_filling || !answer)
                    return;
                m_response = answer->response;
                m_item = answer->item;
                showAnswer();
            });
    connect(m_codes, &CodesCard::toggled, this, &FreeTextPage::toggle);
    connect(m_codes, &CodesCard::added, this, &FreeTextPage::addCode);
    connect(m_codes, &CodesCard::examplesWanted, this, &FreeTextPage::addExamples);
    connect(m_codes, &CodesCard::renamed, this, [this](qint64 id, const QString &name) {
        const auto code = std::ranges::find(m_texts.codes, id, &TextCode::id);
        if (code == m_texts.codes.end())
            return;
        TextCode changed = *code;
        changed.name = name;
        if (!report(saveTextCode(context().document, changed)))
            showAnswer(); // the stored name comes back
    });
    connect(m_codes, &CodesCard::removed, this, [this](qint64 code) {
        if (code != 0)
            report(removeTextCode(context().document, code));
    });
    connect(m_codes, &CodesCard::moved, this, [this](qint64 code, int by) {
        if (code != 0)
            report(moveTextCode(context().document, code, by));
    });
    connect(m_excerpt, &ExcerptCard::failed, this, [this](const Error &error) { showError(error); });
    connect(m_chart, &ChartCard::notice, this, &FreeTextPage::notice);
}

// The last workshop of the programme that has answers, unless one is chosen.
void FreeTextPage::findWorkshop()
{
    WorkshopRepository workshops(context().document);
    if (context().workshop != 0 && workshops.load(context().workshop))
        return;
    const auto all = context().programme != 0 ? workshops.of(context().programme) : workshops.all();
    const qint64 found = all && !all->empty() ? all->back().id : 0;
    if (found == context().workshop)
        return;
    context().workshop = found;
    Q_EMIT workshopChanged(found);
}

void FreeTextPage::refresh()
{
    clearError();
    findWorkshop();
    FreeTexts texts;
    if (context().workshop != 0) {
        Result<FreeTexts> loaded = loadFreeTexts(context().document, context().workshop);
        if (!report(loaded))
            return;
        texts = std::move(*loaded);
    }
    m_texts = std::move(texts);
    const bool any = !m_texts.answers.empty();
    m_content->setVisible(any);
    m_controls->setVisible(any);
    m_empty->setVisible(!any);
    m_export->setEnabled(any);
    for (QAction *action : std::as_const(m_exportActions))
        action->setEnabled(any);
    header()->setContext(any ? tr("書かれた文にコードを付けて数え、報告書に載せる文を選びます") : QString());
    fillFilters();
    showList();
}

void FreeTextPage::fillFilters()
{
    const QScopedValueRollback filling(m_filling, true);
    const auto fill = [](QComboBox *box, const std::vector<std::pair<QString, QVariant>> &entries) {
        const QVariant chosen = box->currentData();
        box->clear();
        for (const auto &[text, value] : entries)
            box->addItem(text, value);
        choose(box, chosen);
    };
    std::vector<std::pair<QString, QVariant>> questions{
        {tr("すべての設問（%1件）").arg(m_texts.answers.size()), QString()}};
    for (const TextQuestion &question : m_texts.questions)
        questions.emplace_back(tr("%1 %2（%3件）").arg(question.code, question.text).arg(question.answers),
                               question.code);
    fill(m_question, questions);
    std::vector<std::pair<QString, QVariant>> roles{{tr("すべての立場"), QString()}};
    for (const QString &role : std::as_const(m_texts.roles))
        roles.emplace_back(role, role);
    fill(m_role, roles);
    // Codes are positive; what is no code comes before.
    std::vector<std::pair<QString, QVariant>> states{
        {tr("すべての回答"), 0}, {tr("コードのない回答"), -1}, {tr("引用する回答"), -2}};
    for (const TextCode &code : m_texts.codes)
        states.emplace_back(tr("コード：%1").arg(code.name), code.id);
    fill(m_state, states);
}

FreeTextFilter FreeTextPage::filter() const
{
    FreeTextFilter filter;
    filter.question = m_question->currentData().toString();
    filter.role = m_role->currentData().toString();
    const qint64 state = m_state->currentData().toLongLong();
    filter.state = state == 0    ? FreeTextFilter::State::All
                   : state == -1 ? FreeTextFilter::State::Uncoded
                   : state == -2 ? FreeTextFilter::State::Quoted
                                 : FreeTextFilter::State::Code;
    filter.code = state;
    return filter;
}

void FreeTextPage::showList()
{
    {
        const QScopedValueRollback filling(m_filling, true);
        const int former = m_list->currentIndex().row();
        m_model->show(m_texts, filter());
        int row = m_model->rowOf(m_response, m_item);
        if (row < 0) // what was just coded may have left the list: go on with the next one
            row = std::clamp(former, 0, std::max(0, m_model->rowCount() - 1));
        m_list->setCurrentIndex(m_model->index(row));
        if (const FreeAnswer *answer = m_model->answer(row)) {
            m_response = answer->response;
            m_item = answer->item;
        }
    }
    int uncoded = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        uncoded += m_model->answer(row)->codes.empty() ? 1 : 0;
    m_shown->setText(tr("%1件（コードのないもの %2件）　上下キーで選び、1～9 でコードを付けます")
                         .arg(m_model->rowCount())
                         .arg(uncoded));
    showAnswer();
    showChart();
}

const FreeAnswer *FreeTextPage::current() const
{
    return m_model->answer(m_model->rowOf(m_response, m_item));
}

void FreeTextPage::showAnswer()
{
    const bool editable = !context().document.isReadOnly();
    m_codes->show(m_texts, m_question->currentData().toString(), current(), editable);
    m_excerpt->show(m_texts, current(), editable);
}

void FreeTextPage::showChart()
{
    const QString role = m_role->currentData().toString();
    const ChartSpec spec =
        textCodeChart(m_texts, m_question->currentData().toString(), role.isEmpty() ? u"all"_s : role);
    m_chart->setVisible(!m_texts.codes.empty() && !spec.categories.empty());
    if (m_chart->isVisibleTo(m_content))
        m_chart->setSpec(spec);
}

void FreeTextPage::toggle(qint64 code, bool on)
{
    if (const FreeAnswer *answer = current(); answer && code != 0)
        report(setTextCoded(context().document, *answer, code, on));
}

void FreeTextPage::addCode()
{
    TextCode code;
    QSet<QString> names;
    for (const TextCode &other : m_texts.codes)
        names.insert(other.name);
    for (int number = 1; code.name.isEmpty() || names.contains(code.name); ++number)
        code.name = number == 1 ? tr("新しいコード") : tr("新しいコード %1").arg(number);
    if (!report(addTextCode(context().document, code)))
        return;
    refresh();
    const int last = m_codes->table()->rowCount() - 1;
    m_codes->table()->setCurrentCell(last, 1);
    m_codes->table()->editItem(m_codes->table()->item(last, 1));
}

void FreeTextPage::addExamples()
{
    const QStringList names{tr("講義・事例紹介"), tr("グループワーク"), tr("参加者どうしの交流"),
                            tr("時間・進め方"),   tr("業務に生かせる"), tr("今後への要望")};
    report(context().document.perform(tr("コードの例の追加"), [&](Database &) -> Result<> {
        for (const QString &name : names) {
            TextCode code;
            code.name = name;
            TANE_CHECK(addTextCode(context().document, code));
        }
        return {};
    }));
}

void FreeTextPage::write(bool external)
{
    const QString path = context().dialogs.saveFile(this, tr("書き出し"),
                                                    external ? tr("自由記述の集計（外部用）.xlsx")
                                                             : tr("自由記述の集計（内部用）.xlsx"),
                                                    workbookFilter());
    if (path.isEmpty() || !report(writeFreeTexts(path, m_texts, external)))
        return;
    const QFileInfo file(path);
    Q_EMIT notice({Notice::Kind::Info, tr("「%1」フォルダーに「%2」を書き出しました。")
                                           .arg(file.absoluteDir().dirName(), file.fileName())});
}

bool FreeTextPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto modifiers = key->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
        const FreeAnswer *answer = current();
        if (modifiers == Qt::NoModifier && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9) {
            const qint64 code = m_codes->codeAt(key->key() - Qt::Key_1);
            if (answer && code != 0 && !context().document.isReadOnly())
                toggle(code, std::ranges::find(answer->codes, code) == answer->codes.end());
            return true;
        }
    }
    return ScrollPage::eventFilter(watched, event);
}

void FreeTextPage::resizeEvent(QResizeEvent *event)
{
    ScrollPage::resizeEvent(event);
    m_columns->setDirection(width() >= kBothWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace tane
