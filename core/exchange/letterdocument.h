#pragma once

#include "exchange/formsheet.h"

#include <variant>

namespace tane {

/// What stands where something is not filled in yet: marked on screen, on paper and in Word, so that no blank
/// goes out unseen.
[[nodiscard]] inline QString missingMark()
{
    return QStringLiteral("（未定）");
}

/// Lines of a letter that are set alike, divided by line feeds; an empty text is an empty line.
struct LetterLines
{
    enum class Look {
        Left,    ///< to whom
        Right,   ///< number, date, sender, 以上
        Centre,  ///< 記
        Title,   ///< centred, a little larger
        Body,    ///< each paragraph begins one character in
        Lead,    ///< of a leaflet: what it is for, larger
        Heading, ///< of a part of a leaflet
        Small
    };
    QString text;
    Look look = Look::Left;
};

/// The items of 記: numbered, the labels as wide as the longest.
struct LetterFacts
{
    struct Fact
    {
        QString label, text;
    };
    std::vector<Fact> facts;
};

/// The head of a leaflet, white on the accent colour.
struct LetterBand
{
    QString above, title, below;
};

/// Whom to ask: a frame at the right.
struct LetterBox
{
    QString title;
    QStringList lines;
};

using LetterBlock = std::variant<LetterLines, LetterFacts, LetterBand, LetterBox, FormTable>;

/// A letter or a leaflet as content, on A4: written to DOCX (exchange/letterdocx) and drawn on paper
/// (ui/paper/letterpaper) alike.
struct LetterDocument
{
    QString title; ///< of the file
    /// Letters are set in Mincho, leaflets and briefings in Gothic.
    bool mincho = true;
    std::vector<LetterBlock> blocks;
};

} // namespace tane
