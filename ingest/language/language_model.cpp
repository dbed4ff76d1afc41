#include "ingest/language/language_model.h"

#include <utility>
#include <vector>

namespace demarche {

Result<LanguageModel> LanguageModel::open(const std::filesystem::path& path) {
  auto file = ModelFile::open(path);
  if (!file) return tl::make_unexpected(file.error());
  auto caser = Caser::load(*file);
  if (!caser) return tl::make_unexpected(caser.error());
  auto parser = Parser::load(*file);
  if (!parser) return tl::make_unexpected(parser.error());
  auto features = FeatureTable::load(*file);
  if (!features) return tl::make_unexpected(features.error());
  auto lemmatizer = Lemmatizer::load(*file);
  if (!lemmatizer) return tl::make_unexpected(lemmatizer.error());
  return LanguageModel(std::move(*file), *caser, std::move(*parser), *features, *lemmatizer);
}

void LanguageModel::annotate(std::span<Sentence> document, Parser::Room& room) const {
  annotate(std::span(&document, 1), room);
}

void LanguageModel::annotate(std::span<const std::span<Sentence>> documents, Parser::Room& room) const {
  std::vector<Sentence*> sentences;
  for (const auto document : documents)
    for (auto& sent : document) sentences.push_back(&sent);
  annotate(documents, sentences, room);
}

void LanguageModel::annotate(std::span<const std::span<Sentence>> documents,
                             std::span<Sentence* const> chosen, Parser::Room& room) const {
  for (const auto document : documents) caser_.recase(document);
  parser_.parse(chosen, room);
  for (auto* sent : chosen) finish(*sent);
}

void LanguageModel::finish(Sentence& sent) const {
  features_.assign(sent);
  lemmatizer_.lemmatize(sent);
}

}  // namespace demarche
