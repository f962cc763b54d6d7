#pragma once

#include <QLabel>

namespace tane {

/// A hint below a text that looks like it names a person. Only a hint: nothing is held back.
class NameHintBar : public QLabel
{
    Q_OBJECT
public:
    explicit NameHintBar(QWidget *parent = nullptr);
    /// Follows what is written; hidden while there is nothing to say.
    void follow(const QString &text);
};

} // namespace tane
