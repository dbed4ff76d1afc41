// CoNLL-U, the format of the Universal Dependencies treebanks: https://universaldependencies.org/format.html
// Tested by tests/ingest/language/conllu_test.cpp.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/document.h"
#include "graph/model/error.h"
#include "ingest/language/sentence.h"

namespace demarche {

// Sentences with their analysis, and the raw text they stand in. The treebank owns everything its sentences
// point to; moving it keeps the sentences valid.
struct Treebank {
  std::unique_ptr<const std::string> source;  // the file as read
  std::unique_ptr<const Document> text;  // paragraphs joined by blank lines; every token has its place there
  std::vector<Sentence> sentences;
  std::vector<std::size_t>
      document_starts;  // the first sentence of each document; empty only without sentences
};

enum class Trees {
  Required,  // every sentence must be a tree
  Optional,  // a sentence may come without heads and labels
};

// Reads a whole file. Empty nodes ("8.1"), enhanced dependencies and a byte order mark are passed over. A
// multiword token's later words are clitics; its words take their places from the forms where these spell the
// token, else each has the whole token's. A word without XPOS has its UPOS in its place, as many treebanks
// have no other tags. Errors: NotFound, Unreadable; Malformed with "file:line" and the reason.
[[nodiscard]] Result<Treebank> read_conllu(const std::filesystem::path& file, Trees trees);

// As `read_conllu`, from the file's contents; `name` is for messages only.
[[nodiscard]] Result<Treebank> parse_conllu(std::string contents, const std::string& name, Trees trees);

// Appends one sentence with its comment lines sent_id and text, and the empty line after it. Fields not known
// are "_". `text` is what the sentence covers, from its start to its end.
void write_conllu(const Sentence& sent, std::string_view text, std::size_t number, std::string& out);

}  // namespace demarche
