// Words of a document's sentences as the spans that an Extraction quotes, in code points.
// Tested by tests/ingest/pipeline_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "graph/model/document.h"
#include "graph/model/unicode.h"
#include "ingest/language/sentence.h"

namespace demarche {

// `doc` and `sentences` must outlive it; lines and words are counted from 0, words both inside.
class SpanWriter {
 public:
  SpanWriter(const Document& doc, const std::vector<Sentence>& sentences)
      : sentences_(sentences), title_(doc.title), text_(doc.text) {}

  Span words(int line, int first, int last) const {
    const Sentence& sentence = sentences_[static_cast<std::size_t>(line)];
    return span(sentence.field, sentence.tokens[static_cast<std::size_t>(first)].start,
                sentence.tokens[static_cast<std::size_t>(last)].end);
  }

  Span sentence(int line) const {
    const Sentence& sentence = sentences_[static_cast<std::size_t>(line)];
    return span(sentence.field, sentence.start, sentence.end);
  }

 private:
  Span span(Field field, std::size_t start, std::size_t end) const {
    const CodePointIndex& index = field == Field::Title ? title_ : text_;
    return {field, start, end, std::string(index.slice(start, end))};
  }

  const std::vector<Sentence>& sentences_;
  CodePointIndex title_, text_;
};

}  // namespace demarche
