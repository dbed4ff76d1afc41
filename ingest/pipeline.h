// Document to Extraction: the whole of reading a text, as a pure function of the document, the data files and
// the version. No clock, no randomness, no order of arrival. Tested by tests/ingest/pipeline_test.cpp over
// tests/cases/pipeline/*.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "graph/model/extraction.h"
#include "graph/model/gazetteer.h"
#include "ingest/explanation.h"

namespace demarche {

// The name and version that every Extraction carries: "demarche 0.1.0".
[[nodiscard]] std::string extractor_version();

// Read-only once made, and shared between threads.
class Pipeline {
 public:
  // Who judges what the rules find: models, which refuse links between mentions of proposals and stances that
  // are unlikely and give the other stances their confidence; one of the links alone, for learning that of
  // the stances; or nobody, for learning that of the links.
  enum class Judge { Models, OfLinks, Nobody };

  // Loads what the extraction needs from the data folder. Errors: NotFound, Unreadable or Malformed, with
  // file and line.
  [[nodiscard]] static Result<Pipeline> load(const std::filesystem::path& data, Gazetteer gazetteer,
                                             Judge judge = Judge::Models);

  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;
  ~Pipeline();

  // Everything found in `doc`, its text included (`has_text`); and why, for whoever asks.
  // REQUIRES: doc has an id (see `name_document`).
  [[nodiscard]] Extraction extract(const Document& doc, Explanation* explanation = nullptr) const;

  // The same of each, in their order; faster, as a parser is with many sentences at once.
  [[nodiscard]] std::vector<Extraction> extract(std::span<const Document* const> docs) const;

 private:
  struct Opened;
  struct Parts;
  explicit Pipeline(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace demarche
