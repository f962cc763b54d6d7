#pragma once

#include "people/registry.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace tane {

class FlowLayout;
class RecordPicker;

/// Who took part in a support: names that can be opened and taken away, and a line to find others by typing.
class AttendeesField : public QWidget
{
    Q_OBJECT
public:
    explicit AttendeesField(Document &document, QWidget *parent = nullptr);
    void show(const Registry &registry, qint64 support, bool writable);
    [[nodiscard]] RecordPicker *picker() const { return m_picker; }
    [[nodiscard]] std::vector<qint64> people() const;

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void personRequested(qint64 person);

private:
    void report(const Result<> &result);
    /// A name with a cross; made once and given another person when another list is shown.
    struct Chip
    {
        qint64 person = 0;
        QWidget *frame = nullptr;
        QPushButton *open = nullptr;
        QToolButton *remove = nullptr;
    };
    void addChip();
    void setChip(Chip &chip, const PersonRecord &person);

    Document &m_document;
    qint64 m_support = 0;
    bool m_writable = true;
    std::vector<Chip> m_chips; ///< the first m_shown of them are seen
    std::size_t m_shown = 0;
    QLabel *m_none = nullptr;
    QWidget *m_names = nullptr;
    FlowLayout *m_flow = nullptr;
    RecordPicker *m_picker = nullptr;
};

} // namespace tane
