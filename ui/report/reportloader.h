#pragma once

#include "report/reportsource.h"
#include "shell/backgroundjob.h"

namespace tane {

/// Reads what a report is made from in a thread with a connection of its own, and keeps it until the file
/// changes: reading a thousand answers must not make the window stand still.
class ReportLoader : public QObject
{
    Q_OBJECT
public:
    explicit ReportLoader(Document &document, QObject *parent = nullptr);
    ~ReportLoader() override;

    /// Asks for the source of a programme; `loaded` or `failed` follows, never before this has come back.
    /// What was read and is still true is not read again.
    void want(qint64 programme);
    /// Nothing is wanted any more.
    void cancel();
    /// As last read, perhaps before the newest change; null when nothing was read of the wanted programme.
    [[nodiscard]] const std::shared_ptr<const ReportSource> &source() const { return m_source; }
    [[nodiscard]] bool isBusy() const { return m_wanted; }

    /// The source as the file says now, for a thread that writes: what `source` holds when that is still
    /// true, else read there.
    using Source = std::function<Result<std::shared_ptr<const ReportSource>>(const Progress &)>;
    [[nodiscard]] Source sourceForThread() const;

Q_SIGNALS:
    void loaded();
    void failed(const tane::Error &error);
    void progressed(qint64 done, qint64 total);

private:
    void begin();
    [[nodiscard]] bool isTrue() const;

    Document &m_document;
    qint64 m_programme = 0;
    qint64 m_reading = 0; ///< the programme that the job reads
    std::shared_ptr<const ReportSource> m_source;
    bool m_stale = true;   ///< the file changed since
    bool m_wanted = false; ///< asked for and not delivered
    bool m_begun = false;  ///< a call of begin() is on its way
    BackgroundJob m_job;
};

} // namespace tane
