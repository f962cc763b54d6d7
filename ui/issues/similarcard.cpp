#include "issues/similarcard.h"

#include "base/textfold.h"
#include "shell/settings.h"

#include <QCryptographicHash>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr std::size_t kMostShown = 8;
}

SimilarCard::SimilarCard(Settings &settings, QWidget *parent)
    : Card(tr("同じことかもしれない見出し"), parent)
    , m_settings(settings)
{
    setObjectName(u"similarHeadings"_s);
    const QStringList apart = settings.choice(u"issues"_s, u"apart"_s).split(u',', Qt::SkipEmptyParts);
    m_apart = QSet<QString>(apart.begin(), apart.end());
    m_what = secondaryLabel({}, this);
    m_what->setWordWrap(true);
    body()->addWidget(m_what);
    m_list = new QVBoxLayout;
    m_list->setSpacing(metrics::xs);
    body()->addLayout(m_list);
    m_again = new QPushButton(tr("「別のこと」にした組をもう一度見る"), this);
    m_again->setObjectName(u"proposeAgain"_s);
    makePlain(m_again);
    body()->addWidget(m_again, 0, Qt::AlignLeft);
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_apart.clear();
        m_settings.setChoice(u"issues"_s, u"apart"_s, QString());
        rebuild();
    });
    rebuild();
}

/// No headings outside the file: a digest of the pair.
QString SimilarCard::keyOf(const SimilarHeadings &pair)
{
    QStringList both{foldName(pair.first), foldName(pair.second)};
    both.sort();
    const QByteArray digest =
        QCryptographicHash::hash(both.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(digest.first(16));
}

void SimilarCard::keepApart(const SimilarHeadings &pair)
{
    m_apart.insert(keyOf(pair));
    m_settings.setChoice(u"issues"_s, u"apart"_s, QStringList(m_apart.values()).join(u','));
    rebuild();
}

void SimilarCard::setBusy(bool busy)
{
    if (busy && m_shown.empty())
        setParagraph(m_what, tr("似た見出しを探しています…"));
}

void SimilarCard::show(const std::vector<SimilarHeadings> &pairs, bool writable)
{
    m_pairs = pairs;
    m_writable = writable;
    rebuild();
}

void SimilarCard::rebuild()
{
    for (QWidget *row : m_rows) {
        row->hide();
        m_list->removeWidget(row);
        row->deleteLater();
    }
    m_rows.clear();
    m_shown.clear();
    for (const SimilarHeadings &pair : m_pairs)
        if (m_shown.size() < kMostShown && !m_apart.contains(keyOf(pair)))
            m_shown.push_back(pair);
    m_again->setVisible(!m_apart.isEmpty());
    setParagraph(m_what,
                 m_shown.empty()
                     ? tr("言い方の似た見出しは、いまはありません。")
                     : tr("言い方が似ている見出しの提案です。同じことなら、1つのテーマにまとめます。"));
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const SimilarHeadings pair = m_shown[i];
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(metrics::s);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(new ElidedLabel(pair.first, row));
        texts->addWidget(new ElidedLabel(pair.second, row));
        auto *same = new QPushButton(tr("同じこと"), row);
        same->setObjectName(u"same%1"_s.arg(i));
        same->setAccessibleName(tr("「%1」と「%2」は同じこと").arg(pair.first, pair.second));
        auto *other = new QPushButton(tr("別のこと"), row);
        other->setObjectName(u"apart%1"_s.arg(i));
        other->setAccessibleName(tr("「%1」と「%2」は別のこと").arg(pair.first, pair.second));
        makePlain(other);
        same->setEnabled(m_writable);
        line->addLayout(texts, 1);
        line->addWidget(same, 0, Qt::AlignVCenter);
        line->addWidget(other, 0, Qt::AlignVCenter);
        m_list->addWidget(row);
        row->show();
        m_rows.push_back(row);
        connect(same, &QPushButton::clicked, this,
                [this, pair] { Q_EMIT joinRequested(pair.first, pair.second); });
        connect(other, &QPushButton::clicked, this, [this, pair] { keepApart(pair); });
    }
}

} // namespace tane
