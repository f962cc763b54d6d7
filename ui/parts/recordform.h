#pragma once

#include "parts/fieldgrid.h"
#include "parts/savefield.h"
#include "shell/editors/datefield.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>

#include <memory>
#include <utility>

namespace tane {

/// "31.5" for tenths of a percent, as it is typed.
[[nodiscard]] inline QString tenthsNumber(const std::optional<int> &tenths)
{
    return tenths ? QStringLiteral("%1.%2").arg(*tenths / 10).arg(*tenths % 10) : QString();
}

/// The fields of one stored record. Each saves itself into the record that is shown; what another field holds
/// by then is kept.
template<class T>
class RecordForm
{
public:
    using Report = std::function<void(const Result<> &)>;

    /// `noun` makes the undo labels ("センター" → "センターの委託先の変更"); `report` is told how a choice
    /// went (lines show their errors themselves).
    RecordForm(Document &document, QString noun, Report report)
        : m_document(document)
        , m_noun(std::move(noun))
        , m_report(std::move(report))
    {
    }

    [[nodiscard]] qint64 id() const { return m_id; }

    SavedLine *line(QWidget *parent, const QString &name, QString T::*member, bool required = false)
    {
        auto *field = new SavedLine(
            name,
            [this, name, member, required](const QString &text) -> Result<> {
                if (required && text.isEmpty())
                    return fail(ErrorCode::Usage,
                                QCoreApplication::translate("RecordForm", "%1は空にできません。").arg(name));
                return save(member, text, name);
            },
            parent);
        return add(field, [field, member](const T &record) { field->setValue(record.*member); });
    }
    SavedText *text(QWidget *parent, const QString &name, QString T::*member, int lines = 1)
    {
        auto *field = new SavedText(
            name, [this, name, member](const QString &text) { return save(member, text, name); }, parent);
        field->edit()->setLeastLines(lines);
        return add(field, [field, member](const T &record) { field->setValue(record.*member); });
    }
    SavedLine *count(QWidget *parent, const QString &name, std::optional<int> T::*member)
    {
        auto *field = new SavedLine(
            name,
            [this, name, member](const QString &text) -> Result<> {
                TANE_TRY(const std::optional<int> number, parseCount(text));
                return save(member, number, name);
            },
            parent);
        return add(field, [field, member](const T &record) { field->setValue(countText(record.*member)); });
    }
    SavedLine *tenths(QWidget *parent, const QString &name, std::optional<int> T::*member)
    {
        auto *field = new SavedLine(
            name,
            [this, name, member](const QString &text) -> Result<> {
                TANE_TRY(const std::optional<int> number, parseTenths(text));
                return save(member, number, name);
            },
            parent);
        return add(field,
                   [field, member](const T &record) { field->setValue(tenthsNumber(record.*member)); });
    }
    DateField *date(QWidget *parent, const QString &name, QDate T::*member)
    {
        auto *field = new DateField(
            name, [this, name, member](QDate day) { return save(member, day, name); }, parent);
        return add(field, [field, member](const T &record) { field->setValue(record.*member); });
    }
    /// One of a few; `labels` in the order of the enumerators.
    template<class Enum>
    SegmentedControl *choice(QWidget *parent, const QString &name, Enum T::*member, const QStringList &labels)
    {
        auto *field = new SegmentedControl(parent);
        field->setAccessibleName(name);
        field->setItems(labels);
        QObject::connect(
            field, &SegmentedControl::currentIndexChanged, field,
            [this, name, member](int index) { m_report(save(member, static_cast<Enum>(index), name)); });
        m_others.push_back(field);
        m_setters.emplace_back([field, member](const T &record) {
            const QSignalBlocker quiet(field);
            field->setCurrentIndex(static_cast<int>(record.*member));
        });
        return field;
    }

    /// One of a list that may change; `choices` is asked each time a record is shown.
    template<class Member>
    QComboBox *box(QWidget *parent, const QString &name, Member T::*member,
                   std::function<std::vector<std::pair<QString, Member>>()> choices)
    {
        auto *field = new QComboBox(parent);
        field->setAccessibleName(name);
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->setMinimumContentsLength(8);
        const auto shown = std::make_shared<std::vector<std::pair<QString, Member>>>();
        QObject::connect(field, &QComboBox::activated, field, [this, name, member, shown](int index) {
            m_report(save(member, shown->at(static_cast<std::size_t>(index)).second, name));
        });
        m_others.push_back(field);
        m_setters.emplace_back([field, member, shown, choices](const T &record) {
            *shown = choices();
            const QSignalBlocker quiet(field);
            field->clear();
            int current = -1;
            for (const auto &[text, value] : *shown) {
                if (value == record.*member)
                    current = field->count();
                field->addItem(text);
            }
            field->setCurrentIndex(current);
        });
        return field;
    }

    /// A field that stores in its own way (into id()); `set` gives it the value of the record shown.
    template<class Field>
    Field *own(Field *field, std::function<void(const T &)> set)
    {
        return add(field, std::move(set));
    }

    /// Shows a record. What is being typed into the same one stays; what was typed into another one is saved
    /// there, or told by `report` when it was refused.
    void show(T record, bool writable) // a copy: saving what was typed reads the registers anew
    {
        if (m_leaving)
            return; // saving it told the page, which shows the next record in a moment
        if (m_id != record.id) {
            leave();
            m_id = record.id;
        }
        for (const auto &set : m_setters)
            set(record);
        for (SavedField *field : m_fields)
            field->setReadOnly(!writable);
        for (QWidget *other : m_others)
            other->setEnabled(writable);
    }
    /// Saves what was typed, before another record or none is shown.
    void leave()
    {
        if (m_id == 0 || m_leaving)
            return;
        m_leaving = true;
        for (SavedField *field : m_fields) {
            if (!field->commit() && !field->errorText().isEmpty())
                m_report(fail(ErrorCode::Usage, field->errorText()));
            field->revert();
        }
        m_leaving = false;
        m_id = 0;
    }

private:
    template<class Field>
    Field *add(Field *field, std::function<void(const T &)> set)
    {
        m_fields.push_back(field);
        m_setters.push_back(std::move(set));
        return field;
    }
    template<class Member>
    Result<> save(Member T::*member, const std::type_identity_t<Member> &value, const QString &name)
    {
        return saveField<T>(m_document, m_id, member, value,
                            QCoreApplication::translate("RecordForm", "%1の%2の変更").arg(m_noun, name));
    }

    Document &m_document;
    QString m_noun;
    Report m_report;
    qint64 m_id = 0;
    bool m_leaving = false;
    std::vector<SavedField *> m_fields;
    std::vector<QWidget *> m_others;
    std::vector<std::function<void(const T &)>> m_setters;
};

} // namespace tane
