#pragma once

#include "issues/scenario.h"
#include "parts/recordform.h"
#include "people/registry.h"

#include <array>

class QGridLayout;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace tane {

/// 問1 to 問5 of one scenario. The root cause is chosen among the causes, or written in words of its own.
class ScenarioEditor : public QWidget
{
    Q_OBJECT
public:
    ScenarioEditor(Document &document, QWidget *parent);

    /// Null shows that none is chosen. `cardTitle`: of the issue it is about; empty for none. `registry` must
    /// stay alive until the next call.
    void showScenario(const Registry &registry, const Scenario *scenario, const QString &cardTitle,
                      bool writable);
    [[nodiscard]] qint64 scenario() const { return m_form.id(); }
    void focusTheme();

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void cardRequested(qint64 card);

private:
    template<std::size_t n>
    using Texts = std::array<QString, n> Scenario::*;

    void makeHead();
    void makeCauses();
    void makeMeasures();
    /// The number and title of a question; the fields come below.
    void addQuestion(int number, const QString &title);
    template<std::size_t n>
    SavedText *element(const QString &name, Texts<n> member, std::size_t index);
    Result<> saveCause(std::size_t index, const QString &text);
    void chooseRootCause(std::size_t index);
    void showRootCause(const Scenario &scenario, bool writable);
    void report(const Result<> &result);

    Document &m_document;
    RecordForm<Scenario> m_form;
    const Registry *m_registry = nullptr;
    qint64 m_card = 0;
    QLabel *m_prompt = nullptr;
    QWidget *m_fields = nullptr;
    QVBoxLayout *m_column = nullptr;
    SavedText *m_theme = nullptr;
    QPushButton *m_cardLink = nullptr;
    QLabel *m_noCard = nullptr;
    std::array<QRadioButton *, Scenario::kCauses> m_chosen{};
};

} // namespace tane
