#pragma once

#include "people/person.h"
#include "shell/page.h"

#include <QDialog>
#include <QHash>

class QLabel;

namespace tane {

class LineList;
class NoticeBar;
class SegmentedControl;

/// The lists of words the officer edits: roles, kinds of organisation, qualifications, operators. A word in
/// use is changed wherever it is used, and cannot be taken away.
class VocabularyDialog : public QDialog
{
    Q_OBJECT
public:
    VocabularyDialog(PageContext &context, QWidget *parent = nullptr);
    ~VocabularyDialog() override;

    [[nodiscard]] LineList *words() const { return m_words; }
    [[nodiscard]] SegmentedControl *lists() const { return m_lists; }
    void done(int result) override;

private:
    void fill();
    [[nodiscard]] Vocabulary list() const;
    [[nodiscard]] Result<> change(const std::function<Result<>(QStringList &)> &edit);
    [[nodiscard]] Result<> rename(const QString &from, const QString &to);
    [[nodiscard]] Result<> removeWord(const QString &word);
    void backToBuiltIn();

    PageContext &m_context;
    [[nodiscard]] qint64 idOf(const QString &word);
    QStringList m_shown;
    QHash<QString, qint64> m_ids; ///< a word keeps its id while it is renamed or moved
    qint64 m_lastId = 0;
    SegmentedControl *m_lists = nullptr;
    NoticeBar *m_message = nullptr;
    LineList *m_words = nullptr;
};

} // namespace tane
