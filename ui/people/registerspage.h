#pragma once

#include "people/registerfiles.h"
#include "people/registrypage.h"

#include <QSet>

class QPushButton;
class QVBoxLayout;

namespace tane {

class AreasTab;
class CentresTab;
class MunicipalitiesTab;
class PrefectureStart;
class RegisterTab;
class RegisterImportDialog;
class SegmentedControl;
class SurveyCompareDialog;

/// Municipalities, centres, care areas and what belongs to the prefecture itself.
class RegistersPage : public RegistryPage
{
    Q_OBJECT
public:
    RegistersPage(PageContext &context, QWidget *parent);

    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exports; }

    [[nodiscard]] SegmentedControl *tabs() const { return m_tabs; }
    [[nodiscard]] PrefectureStart *start() const { return m_start; }
    [[nodiscard]] MunicipalitiesTab *municipalities() const { return m_municipalities; }
    [[nodiscard]] CentresTab *centres() const { return m_centres; } ///< null until it was shown
    [[nodiscard]] AreasTab *areas() const { return m_areas; }       ///< null until it was shown
    /// Opens the preview of an import; an empty path asks for the file.
    RegisterImportDialog *openImport(RegisterKind kind, const QString &path);
    /// Opens the comparison with the yearly survey; an empty path asks for the file.
    SurveyCompareDialog *openCompare(const QString &path);

protected:
    void fill() override;

private:
    void makeHeader();
    void makeMenus();
    void showTab();
    template<class Tab>
    Tab *made(Tab *&tab);
    [[nodiscard]] RegisterTab *current(); ///< made when it is first asked for
    void addPrefectureNamed(const QString &name);
    void addAnotherPrefecture();
    void exportList(RegisterKind kind);

    SegmentedControl *m_tabs = nullptr;
    QPushButton *m_files = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_add = nullptr;
    PrefectureStart *m_start = nullptr;
    MunicipalitiesTab *m_municipalities = nullptr;
    CentresTab *m_centres = nullptr;
    AreasTab *m_areas = nullptr;
    QList<RegisterTab *> m_made;
    QSet<RegisterTab *> m_stale; ///< made, but not filled since the registers changed
    QList<QAction *> m_imports;
    QList<QAction *> m_exports;
    QList<QAction *> m_edits;
};

/// Small text of the navigation entry: how many municipalities.
[[nodiscard]] QString municipalitiesBadge(Document &document);

} // namespace tane
