#pragma once

#include "issues/consultation.h"
#include "issues/pipeline.h"
#include "parts/recordform.h"

class QPushButton;

namespace tane {

class LinkList;
struct PageContext;

/// What several consultations are about: heading, 考察, and the issues made of them.
class TopicCard : public QWidget
{
    Q_OBJECT
public:
    TopicCard(PageContext &context, QWidget *parent);
    /// Null: no topic is chosen.
    void showTopic(const ConsultationTopic *topic, const Consultations &all, const Pipeline &pipeline,
                   bool writable);
    [[nodiscard]] LinkList *cards() const { return m_cards; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void openRow(const QString &pageId, const QString &table, qint64 row);
    void cardRequested();

private:
    void report(const Result<> &result);

    RecordForm<ConsultationTopic> m_form;
    QPushButton *m_make = nullptr;
    LinkList *m_cards = nullptr;
};

} // namespace tane
