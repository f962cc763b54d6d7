#pragma once

#include "paper/palette.h"
#include "shell/page.h"

#include <QLabel>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tane {

/// The scheme the application shows now (light or dark), following the palette.
[[nodiscard]] Scheme currentScheme(const QWidget *widget);

/// One line of text that ends in "…" when there is no room; the whole text is its tool tip then.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

/// White card with a title line, 8 px radius.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSubtitle(const QString &text); ///< small, beside the title
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    void setAccented(bool accented); ///< a bar of the accent colour at the left: "the next step"

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QVBoxLayout *m_body = nullptr;
    bool m_accented = false;
};

/// Page title, one line of context, actions at the right (at most one of them filled).
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);
    void setContext(const QString &text);
    void addAction(QWidget *widget);
    [[nodiscard]] QLabel *titleLabel() const { return m_title; }

private:
    QLabel *m_title = nullptr;
    ElidedLabel *m_context = nullptr;
    QHBoxLayout *m_actions = nullptr;
};

/// A coloured line of text that can be dismissed: hints, information, errors.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);
    void show(const Notice &notice, bool dismissible = true);
    [[nodiscard]] QString text() const;
    /// A second, quieter line for the support person; shown as tool tip.
    void setDetail(const QString &detail);
    /// A small button beside the text, until the next show().
    void setAction(const QString &text);

Q_SIGNALS:
    void dismissed();
    void actionTriggered();

private:
    QString m_plain;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    QToolButton *m_close = nullptr;
};

/// Buttons of which exactly one is chosen. Left and right arrow keys move.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);
    void setItems(const QStringList &labels); ///< keeps the index when it still exists
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index);

Q_SIGNALS:
    void currentIndexChanged(int index);

private:
    QButtonGroup *m_buttons = nullptr;
    QHBoxLayout *m_layout = nullptr;
};

/// What a page shows when it has nothing yet: one sentence, one button to begin, a link to the example.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &title, const QString &sentence, const QString &button,
               QWidget *parent = nullptr);
    [[nodiscard]] QPushButton *button() const { return m_button; }
    QPushButton *addButton(const QString &text); ///< a quieter one below the first
    void setLink(const QString &text);           ///< empty hides it

Q_SIGNALS:
    void linkActivated();

private:
    QPushButton *m_button = nullptr;
    QVBoxLayout *m_buttons = nullptr;
    QLabel *m_link = nullptr;
};

/// Filled with the accent colour: the one main action of a page.
void makePrimary(QPushButton *button);
/// Without a frame until the pointer is over it: for small actions that repeat.
void makePlain(QAbstractButton *button);
/// Running text: BIZ UDPGothic has no leading of its own, so lines that wrap get theirs here. Replaces the
/// text.
void setParagraph(QLabel *label, const QString &plainText);
/// The same for text that is HTML already.
[[nodiscard]] QString paragraphHtml(const QString &html);
/// Small secondary text.
[[nodiscard]] QLabel *secondaryLabel(const QString &text, QWidget *parent = nullptr);
/// The font of the type scale (type::…), following the widget's family.
[[nodiscard]] QFont scaledFont(const QWidget *widget, double points, bool bold = false);
/// Sets a dynamic property the style sheet looks at, and has it looked at again.
void setLook(QWidget *widget, const char *property, const QVariant &value);

} // namespace tane
