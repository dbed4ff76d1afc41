#include "cli/hits.h"

#include "cli/json_rows.h"

namespace demarche {
namespace {

void write_hit(json::Writer& out, const Hit& hit) {
  json::member(out, "document", hit.document);
  json::member(out, "title", hit.title);
  date_member(out, "date", hit.date);
  json::optional_member(out, "source", hit.source);
  json::member(out, "snippet", hit.snippet);
}

}  // namespace

std::string hits_json(const std::vector<Hit>& hits) {
  return json_rows(hits, write_hit);
}

}  // namespace demarche
