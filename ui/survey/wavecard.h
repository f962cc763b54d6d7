#pragma once

#include "shell/widgets.h"
#include "survey/surveyrepository.h"

namespace tane {

/// The answers of one wave: how many people and sheets there are, and what they were read from.
class WaveCard : public Card
{
    Q_OBJECT
public:
    explicit WaveCard(Wave wave, QWidget *parent = nullptr);

    void show(int people, int sheets, const std::vector<ImportInfo> &imports, bool editable);
    [[nodiscard]] Wave wave() const { return m_wave; }

Q_SIGNALS:
    void removeImport(const tane::ImportInfo &info);
    void showProblems(const tane::ImportInfo &info);

private:
    [[nodiscard]] QWidget *importRow(const ImportInfo &info, bool editable);

    Wave m_wave;
    QLabel *m_count = nullptr;
    QLabel *m_sheets = nullptr;
    QVBoxLayout *m_imports = nullptr;
};

} // namespace tane
