// What tests of the language layer read: a treebank and a document from a literal.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "graph/model/document.h"
#include "ingest/language/conllu.h"

namespace demarche {

// Of CoNLL-U with spaces where tabs belong.
inline Treebank bank(std::string text) {
  for (char& c : text)
    if (c == ' ') c = '\t';
  auto read = parse_conllu(std::move(text), "bank", Trees::Required);
  REQUIRE(read);
  return std::move(*read);
}

inline Document document(std::string text) {
  Document doc;
  doc.text = std::move(text);
  return doc;
}

}  // namespace demarche
