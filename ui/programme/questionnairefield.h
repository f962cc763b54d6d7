#pragma once

#include "programme/workshop.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace tane {

class Dialogs;

/// Which questionnaire a workshop asks before and after: one of the file, a built-in one or one of
/// a file of its own. Fixed once there are answers.
class QuestionnaireField : public QWidget
{
    Q_OBJECT
public:
    QuestionnaireField(Document &document, Dialogs &dialogs, QWidget *parent = nullptr);

    void show(const Workshop &workshop, bool isWritable);
    [[nodiscard]] QComboBox *box() const { return m_box; }

Q_SIGNALS:
    void failed(const tane::Error &error);

private:
    void choose();
    void chooseFile();
    void use(const QString &idOrFile);
    void assign(const std::function<Result<qint64>()> &questionnaire);

    Document &m_document;
    Dialogs &m_dialogs;
    QComboBox *m_box = nullptr;
    QPushButton *m_file = nullptr;
    QLabel *m_note = nullptr;
    Workshop m_workshop;
};

} // namespace tane
