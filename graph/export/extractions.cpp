// What `load` reads: the findings of every document as they came.
#include <algorithm>

#include "graph/export/formats.h"

namespace demarche {

Result<std::string> write_extractions(const Store& store, const std::vector<std::string>& documents) {
  std::string lines;
  auto read = store.each_extraction(WithText::Yes, [&](Extraction&& found) -> Result<void> {
    if (std::binary_search(documents.begin(), documents.end(), found.document.id))
      lines += to_json(found, WithText::Yes) + '\n';
    return {};
  });
  if (!read) return tl::make_unexpected(std::move(read.error()));
  return lines;
}

}  // namespace demarche
