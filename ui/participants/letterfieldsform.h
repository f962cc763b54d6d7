#pragma once

#include "participants/letters.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace tane {

class DateField;
class SavedLine;
class SavedText;

/// The fields of a letter, each saving itself: its own first, then those all letters share. What is missing
/// is marked; what was changed by hand can be put back.
class LetterFieldsForm : public QWidget
{
    Q_OBJECT
public:
    using Save = std::function<Result<>(const LetterField &, const QString &)>;
    using Reset = std::function<Result<>(const LetterField &)>;

    LetterFieldsForm(Save save, Reset reset, QWidget *parent = nullptr);
    /// Shows the fields of `name` ("letter-officer"); the same name again only changes values.
    void setFields(const QString &name, const std::vector<LetterField> &fields, bool writable);

Q_SIGNALS:
    void failed(const tane::Error &error);

private:
    struct Row
    {
        LetterField field;
        SavedLine *line = nullptr;
        SavedText *text = nullptr;
        DateField *date = nullptr;
        QCheckBox *flag = nullptr;
        QWidget *missing = nullptr;
        QPushButton *back = nullptr;
    };
    void build(const std::vector<LetterField> &fields);
    void addRow(QVBoxLayout *column, std::size_t index);
    [[nodiscard]] QWidget *makeEditor(Row &row, std::size_t index);
    void show(Row &row, bool writable);
    [[nodiscard]] Result<> store(std::size_t index, const QString &text);

    Save m_save;
    Reset m_reset;
    QString m_name;
    std::vector<Row> m_rows;
    QWidget *m_content = nullptr;
};

} // namespace tane
