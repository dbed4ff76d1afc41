#include "graph/network/network.h"

namespace demarche {
namespace {

std::string capitals(std::string_view word) {
  std::string type(word);
  for (char& c : type)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return type;
}

}  // namespace

std::string_view name(NetworkNode::Label label) {
  switch (label) {
    case NetworkNode::Label::Actor:
      return "Actor";
    case NetworkNode::Label::Proposal:
      return "Proposal";
    case NetworkNode::Label::Document:
      return "Document";
  }
  return "";
}

std::string type_of(Relation relation) {
  return capitals(name(relation));
}
std::string type_of(LinkKind kind) {
  return capitals(name(kind));
}

}  // namespace demarche
