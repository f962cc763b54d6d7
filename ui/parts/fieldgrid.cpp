#include "parts/fieldgrid.h"

#include "shell/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// How far below the upper edge of a field its label begins, so that both are read as one line.
int aboveLabel(const QWidget *field)
{
    constexpr int besideLine = 8, besideBox = 5, besideTick = 1;
    return qobject_cast<const QCheckBox *>(field)   ? besideTick
           : qobject_cast<const QComboBox *>(field) ? besideBox
                                                    : besideLine;
}

} // namespace

FieldGrid::FieldGrid(int labelWidth)
    : m_labelWidth(labelWidth)
{
    setHorizontalSpacing(metrics::m);
    setVerticalSpacing(metrics::s);
    setColumnMinimumWidth(0, labelWidth);
    setColumnStretch(1, 1);
}

QLabel *FieldGrid::addField(const QString &label, const QList<QWidget *> &fields)
{
    auto *name = new QLabel(label, parentWidget());
    name->setProperty("tone", u"secondary"_s);
    name->setBuddy(fields.first());
    name->setWordWrap(true);
    name->setFixedWidth(m_labelWidth);
    const int row = rowCount();
    // Beside the first line of the field; margins of the label itself do not survive every style.
    auto *cell = new QVBoxLayout;
    cell->setContentsMargins(0, aboveLabel(fields.first()), 0, 0);
    cell->addWidget(name);
    cell->addStretch(1);
    addLayout(cell, row, 0);
    if (fields.size() == 1) {
        addWidget(fields.first(), row, 1);
        return name;
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::s);
    for (QWidget *field : fields) {
        const bool fixed =
            field->maximumWidth() < 400 || field->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
        const bool isTick = qobject_cast<const QCheckBox *>(field) != nullptr;
        line->addWidget(field, fixed ? 0 : 1, isTick ? Qt::AlignVCenter : Qt::AlignTop);
    }
    addLayout(line, row, 1);
    return name;
}

Result<std::optional<int>> parseCount(const QString &text, int most)
{
    QString digits = text.normalized(QString::NormalizationForm_KC); // full-width digits are fine
    for (const QChar mark : {u'名', u'人', u',', u' '})
        digits.remove(mark);
    if (digits.isEmpty())
        return std::optional<int>();
    bool number = false;
    const int count = digits.toInt(&number);
    if (!number || count < 0 || count > most)
        return fail(
            ErrorCode::BadFormat,
            QCoreApplication::translate("FieldGrid", "「%1」は数として読めません。数字で書いてください。")
                .arg(text));
    return std::optional(count);
}

Result<std::optional<int>> parseTenths(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_KC).remove(u' ');
    if (plain.endsWith(u'%'))
        plain.chop(1);
    if (plain.isEmpty())
        return std::optional<int>();
    static const QRegularExpression form(u"^(\\d{1,3})(?:\\.(\\d))?0*$"_s);
    const QRegularExpressionMatch match = form.match(plain);
    const int tenths = match.captured(1).toInt() * 10 + match.captured(2).toInt();
    if (!match.hasMatch() || tenths > 1000)
        return fail(ErrorCode::BadFormat,
                    QCoreApplication::translate(
                        "FieldGrid", "「%1」は割合として読めません。「31.5」のように、小数第1位までで"
                                     "書いてください。")
                        .arg(text));
    return std::optional(tenths);
}

QString countText(const std::optional<int> &count)
{
    return count ? QLocale(QLocale::Japanese).toString(*count) : QString();
}

} // namespace tane
