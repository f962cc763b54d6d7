#include "survey/formmark.h"

#include "storage/document.h"
#include "survey/storedwords.h"

#include <QCryptographicHash>

namespace tane {

namespace {

const QString kKind = QStringLiteral("tane-questionnaire-1");
constexpr int kWords = 6;
const QString kNobody = QStringLiteral("-");

} // namespace

QString formMarkText(const FormMark &mark)
{
    // The code of the questionnaire is the officer's own and may hold spaces: it stands last.
    return QStringList{kKind,
                       mark.file,
                       QString::number(mark.workshop),
                       storedWord(kWaveWords, mark.wave),
                       mark.token.isEmpty() ? kNobody : mark.token,
                       mark.questionnaire}
        .join(u' ');
}

std::optional<FormMark> parseFormMark(const QString &text)
{
    const QStringList words = text.trimmed().split(u' ');
    if (words.size() < kWords || words.front() != kKind)
        return std::nullopt;
    bool isNumber = false;
    FormMark mark;
    mark.file = words.at(1);
    mark.workshop = words.at(2).toLongLong(&isNumber);
    mark.wave = fromStoredWord<Wave>(kWaveWords, words.at(3));
    if (words.at(4) != kNobody)
        mark.token = words.at(4);
    mark.questionnaire = words.mid(5).join(u' ');
    const bool known = storedWord(kWaveWords, mark.wave) == words.at(3);
    return isNumber && known ? std::optional(mark) : std::nullopt;
}

std::optional<FormMark> formMarkIn(const std::vector<const Table *> &sheets)
{
    for (const Table *sheet : sheets) {
        // It stands on a sheet of its own, which may have been moved to.
        constexpr int rows = 20;
        for (int row = 0; row < sheet->rowCount() && row < rows; ++row)
            for (int column = 0; column < sheet->cellsInRow(row); ++column) {
                const std::string_view cell = sheet->cell(row, column);
                if (!cell.starts_with("tane-questionnaire-"))
                    continue;
                if (auto mark =
                        parseFormMark(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()))))
                    return mark;
            }
    }
    return std::nullopt;
}

Result<QString> fileMark(Document &document)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral("SELECT value FROM meta WHERE key = 'created'")));
    TANE_CHECK(query.run());
    const QString created = query.next() ? query.text(0) : QString();
    constexpr qsizetype digits = 8;
    return QString::fromLatin1(
        QCryptographicHash::hash(created.toUtf8(), QCryptographicHash::Sha256).toHex().left(digits));
}

} // namespace tane
