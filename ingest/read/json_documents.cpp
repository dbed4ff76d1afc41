#include "ingest/read/json_documents.h"

#include "graph/model/json.h"
#include "ingest/read/decode.h"

namespace demarche {
namespace {

Result<Document> document_of(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  json::Writer out(buffer);
  value.Accept(out);
  return document_from_json(json::text_of(buffer));
}

}  // namespace

Result<std::vector<Result<Document>>> read_json(std::string_view bytes) {
  const auto text = decode_strict(bytes);
  if (!text) return tl::make_unexpected(text.error());
  const auto root = json::parse(*text);
  if (!root) return tl::make_unexpected(root.error());

  std::vector<Result<Document>> documents;
  const rapidjson::Value* list = root->IsObject() ? json::find(*root, "documents") : &*root;
  if (!list) {
    documents.push_back(document_of(*root));
    return documents;
  }
  if (!list->IsArray()) return fail(ErrorKind::Malformed, "", "neither a document nor an array of documents");
  for (const auto& value : list->GetArray()) documents.push_back(document_of(value));
  if (documents.empty()) return fail(ErrorKind::Malformed, "", "an empty array: no documents");
  return documents;
}

}  // namespace demarche
