// Sentences, their chunks and clauses, the cast, the proposals, the stances; then all of it written down in
// the contract's terms, each act once.
#include "ingest/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/model/unicode.h"
#include "ingest/actors/affiliations.h"
#include "ingest/language/tokenize.h"
#include "ingest/stances/confidence.h"
#include "ingest/stances/proposal_links.h"
#include "ingest/stances/stances.h"

namespace demarche {

struct Pipeline::Parts {
  Parts(Gazetteer&& entries, StanceLists&& stance_lists)
      : gazetteer(std::move(entries)), names(gazetteer), lists(std::move(stance_lists)) {}

  Gazetteer gazetteer;
  NameIndex names;  // looks into `gazetteer`
  StanceLists lists;
};

namespace {

// The parts of an Extraction that point into one document.
class Writer {
 public:
  Writer(const Document& doc, const std::vector<Sentence>& sentences)
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

std::string actor_id(int member) {
  return fmt::format("a{}", member + 1);
}
std::string proposal_id(int proposal) {
  return fmt::format("p{}", proposal + 1);
}

bool comes_first(const Span& a, const Span& b) {
  if (a.field != b.field) return a.field == Field::Title;
  return a.start != b.start ? a.start < b.start : a.end > b.end;
}

void sort_spans(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end(), comes_first);
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

std::vector<Actor> actors_of(const Cast& cast, const Writer& writer) {
  std::vector<Actor> actors;
  for (int i = 0; i < static_cast<int>(cast.members().size()); ++i) {
    const CastMember& member = cast.members()[static_cast<std::size_t>(i)];
    Actor actor;
    actor.id = actor_id(i);
    actor.name = member.name;
    actor.kind = member.kind;
    for (int m : member.mentions) {
      const Mention& mention = cast.mentions()[static_cast<std::size_t>(m)];
      actor.mentions.push_back(writer.words(mention.line, mention.first, mention.last));
    }
    sort_spans(actor.mentions);
    actors.push_back(std::move(actor));
  }
  return actors;
}

std::vector<Proposal> proposals_of(const Proposals& found, const std::vector<Shallow>& texts,
                                   const Writer& writer) {
  std::vector<Proposal> proposals;
  for (int i = 0; i < static_cast<int>(found.all().size()); ++i) {
    const FoundProposal& known = found.all()[static_cast<std::size_t>(i)];
    Proposal proposal;
    proposal.id = proposal_id(i);
    proposal.name = proposal_name(known, texts);
    if (known.mentions.front().noun) proposal.kind = known.mentions.front().noun->noun;
    proposal.points = known.points;
    for (const ProposalMention& mention : known.mentions)
      proposal.mentions.push_back(writer.words(mention.line, mention.first, mention.last));
    sort_spans(proposal.mentions);
    proposals.push_back(std::move(proposal));
  }
  return proposals;
}

Assertion assertion_of(const Stance& stance, const Writer& writer) {
  Assertion assertion;
  assertion.actor = actor_id(stance.actor);
  assertion.relation = stance.relation;
  assertion.proposal = proposal_id(stance.proposal);
  assertion.modality = stance.modality;
  assertion.extent = stance.extent;
  if (stance.speaker >= 0) assertion.speaker = actor_id(stance.speaker);
  assertion.date = stance.date;
  assertion.trigger = writer.words(stance.line, stance.trigger_first, stance.trigger_last);
  assertion.evidence = writer.sentence(stance.line);
  assertion.rule = stance.rule;
  assertion.confidence = confidence_of(stance);
  return assertion;
}

// What a later sentence adds to an assertion: itself, and what the earlier ones left open.
void merge(Assertion& known, Assertion more) {
  if (more.evidence != known.evidence &&
      std::find(known.also.begin(), known.also.end(), more.evidence) == known.also.end())
    known.also.push_back(more.evidence);
  if (!known.date) known.date = more.date;
  if (!known.speaker) known.speaker = more.speaker;
  if (more.extent == Extent::Partial) known.extent = Extent::Partial;
  known.confidence = std::max(known.confidence, more.confidence);
}

std::vector<Assertion> assertions_of(const std::vector<Stance>& stances, const Writer& writer) {
  std::vector<Assertion> assertions;
  std::map<std::tuple<int, Relation, int, Modality>, std::size_t> places;
  for (const Stance& stance : stances) {
    Assertion assertion = assertion_of(stance, writer);
    const auto [place, is_new] = places.try_emplace(
        {stance.actor, stance.relation, stance.proposal, stance.modality}, assertions.size());
    if (is_new)
      assertions.push_back(std::move(assertion));
    else
      merge(assertions[place->second], std::move(assertion));
  }
  return assertions;
}

std::vector<Link> links_of(const std::vector<ActorLink>& actor_links,
                           const std::vector<ProposalLink>& proposal_links, const Writer& writer) {
  std::vector<Link> links;
  for (const ActorLink& link : actor_links)
    links.push_back({actor_id(link.from),
                     link.relation,
                     actor_id(link.to),
                     writer.words(link.line, link.first, link.last),
                     {}});
  for (const ProposalLink& link : proposal_links)
    links.push_back({proposal_id(link.from),
                     link.relation,
                     proposal_id(link.to),
                     writer.words(link.line, link.first, link.last),
                     {}});
  return links;
}

template <class T>
tl::unexpected<Error> error_of(const Result<T>& result) {
  return tl::make_unexpected(result.error());
}

}  // namespace

std::string extractor_version() {
  return "demarche " DEMARCHE_VERSION;
}

Pipeline::Pipeline(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Result<Pipeline> Pipeline::load(const std::filesystem::path& data, Gazetteer gazetteer) {
  auto actor_words = ActorWords::load(data);
  if (!actor_words) return error_of(actor_words);
  auto grammar = Grammar::load(data);
  if (!grammar) return error_of(grammar);
  auto controls = Controls::load(data);
  if (!controls) return error_of(controls);
  auto acts = Acts::load(data);
  if (!acts) return error_of(acts);
  auto proposals = ProposalWords::load(data);
  if (!proposals) return error_of(proposals);
  auto exclusions = Exclusions::load(data);
  if (!exclusions) return error_of(exclusions);
  StanceLists lists{std::move(*actor_words), std::move(*grammar),   std::move(*controls),
                    std::move(*acts),        std::move(*proposals), std::move(*exclusions)};
  return Pipeline(std::make_unique<const Parts>(std::move(gazetteer), std::move(lists)));
}

Extraction Pipeline::extract(const Document& doc) const {
  Extraction found;
  found.document = doc;
  found.has_text = true;
  found.sha256 = content_hash(doc);
  found.extractor = extractor_version();

  const std::vector<Sentence> sentences = tokenize(found.document);
  std::vector<Line> lines;
  for (const Sentence& sentence : sentences) lines.push_back(read_words(sentence));
  std::vector<Shallow> texts;
  for (const Line& line : lines) texts.push_back(read_chunks(line, parts_->lists.grammar));
  std::vector<Clauses> clauses;
  clauses.reserve(texts.size());
  for (const Shallow& text : texts) clauses.emplace_back(text, parts_->lists.grammar, parts_->lists.controls);

  Cast cast(texts, MentionFinder{parts_->names, parts_->lists.actor_words, parts_->lists.grammar});
  Proposals proposals(texts, clauses, cast, parts_->lists.proposals, parts_->lists.actor_words);
  const auto stances = find_stances({texts, clauses, cast, proposals, doc.date}, parts_->lists);

  const Writer writer(found.document, sentences);
  found.actors = actors_of(cast, writer);
  found.proposals = proposals_of(proposals, texts, writer);
  found.assertions = assertions_of(stances, writer);
  found.links = links_of(find_affiliations(texts, cast, parts_->lists.actor_words, doc.date),
                         find_proposal_links(proposals, texts), writer);
  return found;
}

}  // namespace demarche
