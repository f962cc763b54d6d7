#pragma once

#include <QTextEdit>

namespace tane {

/// Plain text that is as high as its lines, with room between them (BIZ UDPGothic has no leading of its own).
/// Tab leaves it.
class GrowingEdit : public QTextEdit
{
    Q_OBJECT
public:
    explicit GrowingEdit(QWidget *parent = nullptr);

    /// Keeps the caret where it is, as far as the text allows.
    void replaceText(const QString &text);
    /// At least this many lines high, also when empty.
    void setLeastLines(int lines);
    /// Without a frame until it has the focus.
    void setFlat(bool flat);
    /// With true a paste of several lines comes as linesPasted() instead of as text.
    void setSplitsPastes(bool on) { m_splitsPastes = on; }
    /// The caret stands in the first (last) line as it is shown.
    [[nodiscard]] bool caretInFirstLine() const;
    [[nodiscard]] bool caretInLastLine() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linesPasted(const QStringList &lines);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void applyLineHeight();
    void fit();
    int m_leastLines = 1;
    bool m_splitsPastes = false;
};

} // namespace tane
