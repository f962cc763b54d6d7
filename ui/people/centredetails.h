#pragma once

#include "parts/recordform.h"
#include "people/registertab.h"

class QScrollArea;

namespace tane {

class RecordPicker;

/// Every field of one centre, and the municipalities it serves, each with a note.
class CentreDetails : public QWidget
{
    Q_OBJECT
public:
    CentreDetails(Document &document, QWidget *parent);
    /// Null: nothing is chosen.
    void show(const Registry &registry, const Centre *centre, const QStringList &operators, bool writable);
    [[nodiscard]] qint64 centre() const { return m_form.id(); }
    void focusName();

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void municipalityRequested(qint64 municipality);

private:
    void report(const Result<> &result);
    struct Served
    {
        qint64 link = 0, municipality = 0;
        QWidget *frame = nullptr;
        SavedLine *note = nullptr;
    };
    void makeFields();
    void makeServed();
    void fillServed(const Registry &registry, bool writable);
    Served makeServedRow(const CentreMunicipality &link, const QString &name);

    Document &m_document;
    RecordForm<Centre> m_form;
    QLabel *m_prompt = nullptr;
    QWidget *m_fields = nullptr;
    FieldGrid *m_grid = nullptr;
    SavedLine *m_name = nullptr;
    SavedLine *m_operator = nullptr;
    QVBoxLayout *m_servedColumn = nullptr;
    std::vector<Served> m_served;
    RecordPicker *m_add = nullptr;
};

} // namespace tane
