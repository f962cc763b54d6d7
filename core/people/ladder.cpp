#include "people/ladder.h"

namespace tane {

namespace {

constexpr std::array kAssessors{"self", "municipality", "prefecture", "other"};

} // namespace

std::vector<RecordColumn<LadderStep>> RecordSchema<LadderStep>::columns()
{
    return {referenceColumn("ladder", &LadderStep::ladder), recordColumn("name", &LadderStep::name),
            recordColumn("title", &LadderStep::title), recordColumn("state", &LadderStep::state)};
}

std::vector<RecordColumn<Assessment>> RecordSchema<Assessment>::columns()
{
    return {referenceColumn("person", &Assessment::person),
            recordColumn("assessed_on", &Assessment::assessedOn),
            recordColumn("level", &Assessment::level),
            wordColumn("assessor", &Assessment::assessor, kAssessors),
            recordColumn("assessor_name", &Assessment::assessorName),
            recordColumn("evidence", &Assessment::evidence),
            recordColumn("next_action", &Assessment::nextAction),
            recordColumn("observed", &Assessment::observed)};
}

} // namespace tane
