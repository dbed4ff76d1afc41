// Feeds any bytes to the tokenizer and the CoNLL-U reader. Built with -fsanitize=fuzzer where the compiler
// has it; else a program that reads the files it is given.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ingest/language/conllu.h"
#include "ingest/language/tokenize.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  demarche::Document doc;
  doc.text.assign(reinterpret_cast<const char*>(data), size);
  std::string all;
  for (const auto& sent : demarche::tokenize(doc, demarche::Field::Text))
    for (const auto& tok : sent.tokens) all += tok.form;
  if (all.size() > size) std::abort();  // a character in two tokens
  static_cast<void>(demarche::parse_conllu(doc.text, "fuzz", demarche::Trees::Optional));
  return 0;
}
