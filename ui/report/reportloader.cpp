#include "report/reportloader.h"

namespace tane {

ReportLoader::ReportLoader(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &Document::changed, this, [this](const QSet<QString> &tables) {
        // Texts and order of a report are not what it is made from.
        static const QSet<QString> own{QStringLiteral("report"), QStringLiteral("report_section"),
                                       QStringLiteral("handover_note")};
        m_stale = m_stale || !own.contains(tables);
    });
    connect(&m_job, &BackgroundJob::progressed, this, &ReportLoader::progressed);
}

ReportLoader::~ReportLoader()
{
    m_job.cancel();
}

bool ReportLoader::isTrue() const
{
    return m_source && !m_stale && !m_job.isBusy() && m_source->today == QDate::currentDate() &&
           m_source->cycle.programme.id == m_programme;
}

// Later, when everybody has heard of the change that made a page ask.
void ReportLoader::want(qint64 programme)
{
    if (programme != m_programme)
        m_source.reset();
    m_programme = programme;
    m_wanted = true;
    if (!std::exchange(m_begun, true))
        QMetaObject::invokeMethod(this, &ReportLoader::begin, Qt::QueuedConnection);
}

void ReportLoader::cancel()
{
    m_wanted = false;
    m_stale = m_stale || m_job.isBusy();
    m_job.cancel();
}

ReportLoader::Source ReportLoader::sourceForThread() const
{
    if (isTrue())
        return [source = m_source](const Progress &) {
            return Result<std::shared_ptr<const ReportSource>>(source);
        };
    return [path = m_document.path(), programme = m_programme](const Progress &progress) {
        return readReportSource(path, programme, QDate::currentDate(), progress);
    };
}

void ReportLoader::begin()
{
    m_begun = false;
    if (!m_wanted)
        return;
    if (m_job.isBusy() && !m_stale && m_reading == m_programme)
        return; // what is being read is what is wanted
    if (isTrue()) {
        m_wanted = false;
        return Q_EMIT loaded();
    }
    m_stale = false; // what changes from now on makes it stale again
    m_reading = m_programme;
    m_job.start([this, path = m_document.path(),
                 programme = m_programme](const Progress &progress) -> BackgroundJob::Finish {
        auto source = readReportSource(path, programme, QDate::currentDate(), progress);
        return [this, source = std::move(source)] {
            m_stale = m_stale || !source;
            if (source && m_reading == m_programme)
                m_source = *source;
            if (m_begun) // asked for anew meanwhile: begin() sees whether this will do
                return;
            m_wanted = false;
            if (source)
                Q_EMIT loaded();
            else
                Q_EMIT failed(source.error());
        };
    });
}

} // namespace tane
