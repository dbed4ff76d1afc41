// From what the reading of a document held in hand to an Explanation. Tested by
// tests/ingest/explanation_test.cpp.
#pragma once

#include <vector>

#include "ingest/explanation.h"
#include "ingest/span_writer.h"
#include "ingest/stances/stance_features.h"

namespace demarche {

// `stances` as find_stances gave them for `doc`, `trace` as it left it; `features` one a stance.
[[nodiscard]] Explanation explain(const ReadDocument& doc, const Trace& trace,
                                  const std::vector<Stance>& stances, const std::vector<Features>& features,
                                  const std::vector<Sentence>& sentences, const SpanWriter& writer);

}  // namespace demarche
