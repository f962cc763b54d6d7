#include "people/vocabularydialog.h"

#include "people/registeredit.h"
#include "shell/columnscroll.h"
#include "shell/editors/linelist.h"
#include "shell/editors/savedfield.h"
#include "shell/widgets.h"
#include "survey/roles.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr std::array kLists{Vocabulary::Role, Vocabulary::Organisation, Vocabulary::Qualification,
                            Vocabulary::Operator};

} // namespace

VocabularyDialog::VocabularyDialog(PageContext &pageContext, QWidget *parent)
    : QDialog(parent)
    , m_context(pageContext)
{
    setWindowTitle(tr("選択肢の編集"));
    resize(520, 560);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    auto *text = new QLabel(this);
    setParagraph(text, tr("名簿で選ぶ言葉です。書き換えると、使っているところもいっしょに変わります。"));
    text->setWordWrap(true);
    m_lists = new SegmentedControl(this);
    m_lists->setObjectName(u"vocabularies"_s);
    m_lists->setAccessibleName(tr("選択肢の種類"));
    m_lists->setItems({tr("立場"), tr("所属種別"), tr("資格"), tr("委託先")});
    m_message = new NoticeBar(this);
    m_message->setObjectName(u"vocabularyMessage"_s);
    m_message->hide();
    auto *scroll = new ColumnScroll(this);
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, metrics::s, 0);
    LineList::Callbacks lines;
    lines.add = [this](const QStringList &texts, int position) -> Result<std::vector<qint64>> {
        std::vector<qint64> ids;
        TANE_CHECK(change([&](QStringList &words) -> Result<> {
            int at = position;
            for (const QString &word : texts) {
                if (words.contains(word))
                    return fail(ErrorCode::Conflict, tr("「%1」は、もう選択肢にあります。").arg(word));
                words.insert(at++, word);
                ids.push_back(idOf(word));
            }
            return {};
        }));
        return ids;
    };
    lines.update = [this](qint64 id, const QString &word) { return rename(m_ids.key(id), word); };
    lines.remove = [this](qint64 id) { return removeWord(m_ids.key(id)); };
    lines.move = [this](qint64 id, int position) {
        return change([&](QStringList &words) -> Result<> {
            const auto last = static_cast<int>(words.size()) - 1;
            words.move(words.indexOf(m_ids.key(id)), qBound(0, position, last));
            return {};
        });
    };
    m_words = new LineList(tr("選択肢"), lines, content);
    m_words->setAddText(tr("選択肢を追加"));
    m_words->setPlaceholder(tr("選択肢（1行に1つ）"));
    m_words->setReadOnly(pageContext.document.isReadOnly());
    inner->addWidget(m_words);
    inner->addStretch(1);
    scroll->setContent(content);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *reset = buttons->addButton(tr("はじめの選択肢に戻す"), QDialogButtonBox::ResetRole);
    reset->setEnabled(!pageContext.document.isReadOnly());
    buttons->addButton(tr("閉じる"), QDialogButtonBox::RejectRole);
    connect(reset, &QPushButton::clicked, this, &VocabularyDialog::backToBuiltIn);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto all = buttons->findChildren<QPushButton *>();
    for (QPushButton *button : all)
        button->setAutoDefault(false); // Enter saves a field here, and presses no button
    column->addWidget(text);
    column->addWidget(m_lists, 0, Qt::AlignLeft);
    column->addWidget(m_message);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    connect(m_lists, &SegmentedControl::currentIndexChanged, this, [this] {
        SavedField::commitAll(this);
        m_message->hide();
        m_ids.clear();
        fill();
    });
    connect(&pageContext.document, &Document::changed, this, &VocabularyDialog::fill);
    fill();
}

VocabularyDialog::~VocabularyDialog()
{
    disconnect(&m_context.document, nullptr, this, nullptr);
}

Vocabulary VocabularyDialog::list() const
{
    return kLists[static_cast<std::size_t>(qMax(0, m_lists->currentIndex()))];
}

void VocabularyDialog::fill()
{
    const auto words = vocabulary(m_context.document, list());
    const auto used = wordsInUse(m_context.document, list());
    if (!words || !used)
        return m_message->show({Notice::Kind::Error, (words ? used.error() : words.error()).message});
    m_shown = *words;
    std::vector<LineList::Line> lines;
    for (const QString &word : std::as_const(m_shown)) {
        const int count = used->value(word);
        QStringList notes;
        if (count > 0)
            notes << tr("%1件で使っています").arg(count);
        if (list() == Vocabulary::Role && roleKindOf(word) == RoleKind::Coordinator)
            notes << tr("コーディネーターとして数えます");
        else if (list() == Vocabulary::Role && roleKindOf(word) == RoleKind::Officer)
            notes << tr("市町村担当者として数えます");
        lines.push_back({idOf(word), word, notes.join(u'・')});
    }
    m_words->setLines(lines);
}

Result<> VocabularyDialog::change(const std::function<Result<>(QStringList &)> &edit)
{
    TANE_TRY(QStringList words, vocabulary(m_context.document, list()));
    TANE_CHECK(edit(words));
    return setVocabulary(m_context.document, list(), words);
}

Result<> VocabularyDialog::rename(const QString &from, const QString &to)
{
    if (to.isEmpty())
        return fail(ErrorCode::Usage, tr("選択肢を空にはできません。要らないときは右の×で外します。"));
    if (to != from && m_shown.contains(to))
        return fail(ErrorCode::Conflict, tr("「%1」は、もう選択肢にあります。").arg(to));
    const qint64 id = idOf(from);
    m_ids.remove(from);
    m_ids.insert(to, id);
    const Result<> done = renameWord(m_context.document, list(), from, to);
    if (!done) {
        m_ids.remove(to);
        m_ids.insert(from, id);
    }
    return done;
}

qint64 VocabularyDialog::idOf(const QString &word)
{
    auto known = m_ids.find(word);
    if (known == m_ids.end())
        known = m_ids.insert(word, ++m_lastId);
    return *known;
}

Result<> VocabularyDialog::removeWord(const QString &word)
{
    TANE_TRY(const auto used, wordsInUse(m_context.document, list()));
    if (const int count = used.value(word); count > 0)
        return fail(
            ErrorCode::Conflict,
            tr("「%1」は%2件で使っているため外せません。先に使っているところを別の言葉に変えてください。")
                .arg(word)
                .arg(count));
    return change([&](QStringList &words) -> Result<> {
        words.removeAll(word);
        return {};
    });
}

void VocabularyDialog::backToBuiltIn()
{
    const auto used = wordsInUse(m_context.document, list());
    QStringList words = builtInVocabulary(list());
    QStringList kept;
    for (const QString &word : std::as_const(m_shown))
        if (used && used->value(word) > 0 && !words.contains(word))
            kept << word;
    const Result<> done = setVocabulary(m_context.document, list(), words + kept);
    if (!done)
        m_message->show({Notice::Kind::Error, done.error().message});
    else if (!kept.isEmpty())
        m_message->show({Notice::Kind::Info, tr("使っている言葉（%1）は残しました。").arg(kept.join(u'、'))});
}

// What is typed is saved before the dialog goes; what is refused keeps it open.
void VocabularyDialog::done(int result)
{
    if (SavedField::commitAll(this))
        QDialog::done(result);
}

} // namespace tane
