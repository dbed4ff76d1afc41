#include "ingest/language/build_model.h"

#include "ingest/language/casing.h"
#include "ingest/language/features.h"
#include "ingest/language/lemmatizer.h"
#include "ingest/language/model_file.h"

namespace demarche {

Result<void> build_model(const Checkpoint& network, std::span<const Sentence> training,
                         const std::string& provenance, const std::filesystem::path& file) {
  ModelWriter out;
  out.add("provenance", provenance);
  if (auto added = quantise(network, out); !added) return added;
  add_lemmatizer(training, out);
  add_features(training, out);
  add_caser(training, out);
  return out.write(file);
}

}  // namespace demarche
