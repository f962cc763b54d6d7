#include "shell/startpage.h"

#include "shell/icons.h"
#include "shell/recentrow.h"
#include "shell/widgets.h"

#include <QFileInfo>
#include <QFuture>
#include <QHBoxLayout>
#include <QPainter>
#include <QPromise>
#include <QPushButton>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

namespace tane {

namespace {

constexpr int kColumnWidth = 760;
constexpr int kShownFiles = 6;

/// The program's icon, painted at the size the screen needs.
class AppMark : public QWidget
{
public:
    explicit AppMark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(52, 52);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintAppIcon(painter, rect());
    }
};

} // namespace

StartPage::StartPage(bool withSample, QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(metrics::xl, metrics::xl, metrics::xl, metrics::xl);
    auto *column = new QWidget(this);
    column->setMaximumWidth(kColumnWidth);
    outer->addStretch(1);
    outer->addWidget(column, 100);
    outer->addStretch(1);

    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::xl);
    layout->addStretch(2);
    layout->addWidget(makeHeading());
    m_error = new NoticeBar(column);
    layout->addWidget(m_error);

    auto *cards = new QHBoxLayout;
    cards->setSpacing(metrics::l);
    cards->addWidget(makeActions(withSample), 2, Qt::AlignTop);
    m_recent = new Card(tr("最近使ったファイル"), column);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(2);
    m_recent->body()->addLayout(m_rows);
    cards->addWidget(m_recent, 3, Qt::AlignTop);
    layout->addLayout(cards);
    layout->addStretch(3);
    setRecentFiles({});
}

QWidget *StartPage::makeHeading()
{
    auto *heading = new QWidget(this);
    auto *layout = new QHBoxLayout(heading);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::l);
    layout->addWidget(new AppMark(heading));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *name = new QLabel(tr("タネ"), heading);
    name->setFont(scaledFont(name, 20, true));
    auto *sentence = new QLabel(
        tr("コーディネーター研修の企画、参加者、アンケート、人材のレベル、評価と引継ぎを、一つのファイルで進"
           "めます。"),
        heading);
    sentence->setProperty("tone", QStringLiteral("secondary"));
    texts->addWidget(name);
    texts->addWidget(sentence);
    layout->addLayout(texts, 1);
    return heading;
}

QWidget *StartPage::makeActions(bool withSample)
{
    auto *card = new Card(tr("はじめる"), this);
    const auto add = [card](const QString &text, Symbol symbol, ColorRole role) {
        auto *button = new QPushButton(symbolIcon(symbol, role), text, card);
        setLook(button, "large", true);
        button->setIconSize({22, 16}); // wider than the symbol: it keeps clear of the text
        button->setAutoDefault(true);
        card->body()->addWidget(button);
        return button;
    };
    m_new = add(tr("新しいファイルを作る"), Symbol::New, ColorRole::AccentText);
    makePrimary(m_new);
    m_open = add(tr("ファイルを開く"), Symbol::Open, ColorRole::Text);
    connect(m_new, &QPushButton::clicked, this, &StartPage::newRequested);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);
    if (withSample) {
        m_sample = add(tr("見本を開く"), Symbol::Seed, ColorRole::Accent);
        m_sample->setToolTip(tr("架空の県の回答が入った見本の写しを作って開きます。自由に試せます。"));
        connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    }
    QLabel *hint = secondaryLabel({}, card);
    setParagraph(hint, tr("タネのファイル（.tane）を、この画面に重ねて離しても開けます。"));
    card->body()->addSpacing(metrics::xs);
    card->body()->addWidget(hint);
    return card;
}

void StartPage::setRecentFiles(const QStringList &paths)
{
    for (QWidget *row : std::as_const(m_rowWidgets)) {
        row->hide();
        row->deleteLater();
    }
    m_rowWidgets.clear();
    for (const QString &path : paths.mid(0, kShownFiles)) {
        auto *row = new RecentRow(path, m_recent);
        connect(row->fileButton(), &QPushButton::clicked, this, [this, path] { Q_EMIT fileRequested(path); });
        connect(row->removeButton(), &QToolButton::clicked, this,
                [this, path] { Q_EMIT removeRecentRequested(path); });
        m_rows->addWidget(row);
        m_rowWidgets << row;
    }
    if (paths.isEmpty()) {
        QLabel *none = secondaryLabel({}, m_recent);
        setParagraph(none, tr("まだありません。新しいファイルを作るか、見本を開いてお試しください。"));
        m_rows->addWidget(none);
        m_rowWidgets << none;
    }
    findMissing(paths.mid(0, kShownFiles));
}

void StartPage::findMissing(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    // Off this thread: asking for a file on a share that is gone can take many seconds.
    auto promise = std::make_shared<QPromise<QStringList>>();
    promise->start();
    promise->future().then(this, [this](const QStringList &missing) {
        for (QWidget *widget : std::as_const(m_rowWidgets)) {
            if (auto *row = qobject_cast<RecentRow *>(widget))
                row->setMissing(missing.contains(row->path()));
        }
    });
    QThreadPool::globalInstance()->start([promise, paths] {
        QStringList missing;
        for (const QString &path : paths) {
            if (!QFileInfo::exists(path))
                missing << path;
        }
        promise->addResult(missing);
        promise->finish();
    });
}

void StartPage::showError(const QString &what, const Error &error)
{
    const QString where = error.file.isEmpty() || what.contains(error.file) ? what : what + error.file;
    m_error->show({Notice::Kind::Error, where + u'\n' + error.message});
    m_error->setDetail(error.detail);
}

void StartPage::clearError()
{
    m_error->hide();
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), color(ColorRole::Window, currentScheme(this)));
}

} // namespace tane
