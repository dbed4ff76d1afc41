// From corrections to what they mean in the documents at hand, and back: an anchor is the document and the
// words by which an analyst's correction is held. Tested by tests/graph/answers/corrections_test.cpp.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/identity/overlay.h"
#include "graph/model/extraction.h"
#include "graph/model/gazetteer.h"
#include "graph/store/corrections.h"

namespace demarche {

// What corrections do to these extractions. What is undone does nothing, nor does what is dormant: one of its
// anchors is gone.
struct Applied {
  Overlay overlay;
  std::set<std::string> retracted;  // ids of assertions
  std::vector<bool> dormant;        // one a correction
};

[[nodiscard]] Applied applied(const std::vector<Correction>& corrections,
                              const std::vector<Extraction>& extractions, const Gazetteer& gazetteer);

// The anchor of an actor or proposal of one document: its mention that reads `typed`, else its first.
[[nodiscard]] CorrectionAnchor anchor_of(const Extraction& found, const Actor& actor, std::string_view typed);
[[nodiscard]] CorrectionAnchor anchor_of(const Extraction& found, const Proposal& proposal,
                                         std::string_view typed);

[[nodiscard]] CorrectionAnchor anchor_of(const Extraction& found, const Assertion& assertion);

}  // namespace demarche
