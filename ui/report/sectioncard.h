#pragma once

#include "report/composer.h"
#include "shell/page.h"
#include "shell/widgets.h"

class QComboBox;
class QToolButton;

namespace tane {

class SavedLine;
class SavedText;

/// The chosen section: its title, whose workshop and which set, and the texts above and below its contents.
class SectionCard : public Card
{
    Q_OBJECT
public:
    SectionCard(Document &document, QWidget *parent = nullptr);

    /// `source` gives the numbers to put in and the draft.
    void show(const ReportSection &section, const Report &report, std::shared_ptr<const ReportSource> source,
              bool writable);
    void showNothing();

    [[nodiscard]] SavedLine *title() const { return m_title; }
    [[nodiscard]] SavedText *lead() const { return m_lead; }
    [[nodiscard]] SavedText *closing() const { return m_closing; }
    [[nodiscard]] QPushButton *takeDraft() const { return m_takeDraft; }
    [[nodiscard]] QToolButton *insertButton() const { return m_insert; }
    [[nodiscard]] QLabel *draft() const { return m_draft; }
    [[nodiscard]] QComboBox *workshops() const { return m_workshops; }
    [[nodiscard]] QComboBox *sets() const { return m_sets; }
    /// Puts a number where the caret is: in the closing when it had the focus last, else in the lead.
    void insertField(const QString &name);

Q_SIGNALS:
    void failed(const tane::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeChoices();
    void makeTexts();
    void fillChoices();
    void fillMenu();
    void showDraft();
    template<class Member>
    Result<> save(Member ReportSection::*member, const Member &value, const QString &label);

    Document &m_document;
    ReportSection m_section;
    Report m_report;
    std::shared_ptr<const ReportSource> m_source;
    bool m_writable = true;
    bool m_closingLast = false;
    QLabel *m_purpose = nullptr;
    SavedLine *m_title = nullptr;
    QWidget *m_choices = nullptr;
    QComboBox *m_workshops = nullptr;
    QComboBox *m_sets = nullptr;
    SavedText *m_lead = nullptr;
    SavedText *m_closing = nullptr;
    QLabel *m_draft = nullptr;
    QPushButton *m_takeDraft = nullptr;
    QToolButton *m_insert = nullptr;
};

} // namespace tane
