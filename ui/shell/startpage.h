#pragma once

#include "base/error.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace tane {

class Card;
class NoticeBar;

/// What the window shows while no file is open.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    /// `withSample`: whether the program carries a sample to open.
    explicit StartPage(bool withSample, QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &paths);
    /// Says inline what could not be done with which file, and what to do.
    void showError(const QString &what, const Error &error);
    void clearError();

    [[nodiscard]] QPushButton *newButton() const { return m_new; }
    [[nodiscard]] QPushButton *openButton() const { return m_open; }
    [[nodiscard]] QPushButton *sampleButton() const { return m_sample; } ///< null without a sample

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void sampleRequested();
    void fileRequested(const QString &path);
    void removeRecentRequested(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHeading();
    QWidget *makeActions(bool withSample);
    void findMissing(const QStringList &paths);

    NoticeBar *m_error = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_sample = nullptr;
    Card *m_recent = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QList<QWidget *> m_rowWidgets;
};

} // namespace tane
