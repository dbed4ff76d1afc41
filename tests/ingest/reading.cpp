#include "tests/ingest/reading.h"

#include <stdexcept>

#include "ingest/actors/tree_mends.h"
#include "ingest/language/language_model.h"
#include "ingest/language/tokenize.h"
#include "ingest/stances/matter_groups.h"

namespace demarche::testing {
namespace {

const std::filesystem::path data = std::filesystem::path(DEMARCHE_SOURCE_DIR) / "data";

template <class T>
T loaded(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message());
  return std::move(*result);
}

void parse(std::vector<Sentence>& sentences) {
  static const LanguageModel model = loaded(LanguageModel::open(data / "english.model"));
  static const Parser::RoomOwner room = model.make_room();
  model.annotate(sentences, *room);
  for (Sentence& sentence : sentences) mend_tree(sentence, read_words(sentence), lists().actor_words);
}

}  // namespace

const StanceLists& lists() {
  static const StanceLists all{loaded(ActorWords::load(data)),    loaded(Grammar::load(data)),
                               loaded(Controls::load(data)),      loaded(Acts::load(data)),
                               loaded(ProposalWords::load(data)), loaded(Exclusions::load(data))};
  return all;
}

const NameIndex& names() {
  static const Gazetteer gazetteer = loaded(Gazetteer::load(data / "actors.jsonl"));
  static const NameIndex index(gazetteer);
  return index;
}

Reading::Reading(const std::string& text, const std::string& title) {
  doc_.title = title;
  doc_.text = text;
  sentences_ = tokenize(doc_);
  parse(sentences_);
  for (const Sentence& sentence : sentences_) lines_.push_back(read_words(sentence));
  for (const Line& line : lines_) {
    texts_.push_back(read_chunks(line, lists().grammar, lists().actor_words));
    part_matters(texts_.back(), lists().acts, lists().proposals);
  }
  for (const Shallow& shallow : texts_) clauses_.emplace_back(shallow, lists().controls);
}

std::string Reading::words(int line, int first, int last) const {
  return texts_[static_cast<std::size_t>(line)].written(first, last);
}

std::string Reading::chunk(int line, int chunk) const {
  const Chunk& group = texts_[static_cast<std::size_t>(line)].chunk(chunk);
  return words(line, group.first, group.last);
}

}  // namespace demarche::testing
