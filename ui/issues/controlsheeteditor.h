#pragma once

#include "issues/controlsheet.h"
#include "parts/recordform.h"

class QBoxLayout;
class QPushButton;

namespace tane {

class ControlIndicatorTable;
struct PageContext;

/// One control sheet on screen: what the municipality wants to become, then a scene at a time with all its
/// fields, its indicators, and the support of the centre beside it.
class ControlSheetEditor : public QWidget
{
    Q_OBJECT
public:
    ControlSheetEditor(PageContext &context, QWidget *parent);

    void showSheet(const ControlContent &content, bool writable);
    [[nodiscard]] qint64 sheet() const { return m_form.id(); }
    /// Saves what was typed, before another sheet or none is shown.
    void leave();
    [[nodiscard]] QString scene() const; ///< the one shown
    void showScene(const QString &name);
    [[nodiscard]] ControlIndicatorTable *indicators() const { return m_indicators; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHead();
    void makeScene();
    void makeSupport();
    void fillScene();
    void addScene();
    void removeScene();
    bool report(const Result<> &result);

    PageContext &m_context;
    RecordForm<ControlSheet> m_form;
    RecordForm<ControlScene> m_sceneForm;
    ControlContent m_content;
    bool m_writable = false;
    QString m_shown; ///< the scene
    SegmentedControl *m_scenes = nullptr;
    QPushButton *m_addScene = nullptr;
    QPushButton *m_removeScene = nullptr;
    QBoxLayout *m_columns = nullptr;
    Card *m_scene = nullptr;
    Card *m_support = nullptr;
    ControlIndicatorTable *m_indicators = nullptr;
};

} // namespace tane
