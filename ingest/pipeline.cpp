// Sentences, their chunks and clauses, the cast, the proposals, the stances; then all of it written down in
// the contract's terms, each act once.
#include "ingest/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <tuple>
#include <utility>

#include "ingest/actors/affiliations.h"
#include "ingest/actors/dateline.h"
#include "ingest/actors/headlines.h"
#include "ingest/actors/tree_mends.h"
#include "ingest/explain.h"
#include "ingest/language/language_model.h"
#include "ingest/language/tokenize.h"
#include "ingest/span_writer.h"
#include "ingest/stances/linear_model.h"
#include "ingest/stances/matter_groups.h"
#include "ingest/stances/proposal_links.h"
#include "ingest/stances/stance_words.h"
#include "ingest/stances/stances.h"

namespace demarche {

namespace {

// The parser's memory, one for each thread that extracts at a time.
class RoomPool {
 public:
  Parser::RoomOwner take(const LanguageModel& language) {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return language.make_room();
    Parser::RoomOwner room = std::move(free_.back());
    free_.pop_back();
    return room;
  }

  void give_back(Parser::RoomOwner room) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(room));
  }

 private:
  std::mutex mutex_;
  std::vector<Parser::RoomOwner> free_;
};

}  // namespace

// A document's words, before any sentence has a tree. The words are views into `found`.
struct Pipeline::Opened {
  Extraction found;
  std::vector<Sentence> sentences;
  std::vector<Line> lines;

  explicit Opened(const Document& doc);
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
};

struct Pipeline::Parts {
  Parts(Gazetteer&& entries, StanceLists&& stance_lists, Headlines&& headline_words, LanguageModel&& model,
        std::optional<LinearModel>&& links, std::optional<LinearModel>&& stances)
      : gazetteer(std::move(entries)),
        names(gazetteer),
        lists(std::move(stance_lists)),
        headlines(std::move(headline_words)),
        stance_words(lists.acts, lists.proposals, lists.grammar, lists.actor_words),
        language(std::move(model)),
        link_judge(std::move(links)),
        stance_judge(std::move(stances)) {}

  Gazetteer gazetteer;
  NameIndex names;  // looks into `gazetteer`
  // Gives trees to the sentences of all texts that can hold a stance.
  void parse(std::deque<Opened>& texts) const;

  [[nodiscard]] Extraction read(Opened& text, Explanation* explanation) const;

  StanceLists lists;
  Headlines headlines;
  StanceWords stance_words;  // looks into `lists`
  LanguageModel language;
  std::optional<LinearModel> link_judge, stance_judge;
  mutable RoomPool rooms;
};

namespace {

std::string actor_id(int member) {
  return fmt::format("a{}", member + 1);
}

// The ids of proposals, numbered without those that no act has made one.
std::vector<std::string> proposal_ids(const Proposals& found) {
  std::vector<std::string> ids;
  int number = 0;
  for (const FoundProposal& proposal : found.all())
    ids.push_back(proposal.live ? fmt::format("p{}", ++number) : std::string());
  return ids;
}

bool comes_first(const Span& a, const Span& b) {
  if (a.field != b.field) return a.field == Field::Title;
  return a.start != b.start ? a.start < b.start : a.end > b.end;
}

void sort_spans(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end(), comes_first);
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

std::vector<Actor> actors_of(const Cast& cast, const SpanWriter& writer) {
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

// What the text calls it, by a noun that fits not any proposal where it has one; a headline may say "deal" of
// a bill. Nullptr where no noun names it.
const ProposalNoun* noun_telling_kind(const FoundProposal& known) {
  const auto first = [&known](auto&& fits) -> const ProposalNoun* {
    for (const ProposalMention& mention : known.mentions)
      if (mention.noun && !mention.in_title && fits(*mention.noun)) return mention.noun;
    return nullptr;
  };
  const ProposalNoun* front = known.mentions.front().noun;
  if (front && front->generic && !front->weak) return front;
  if (const auto* noun = first([](const ProposalNoun& told) { return !told.generic && !told.weak; }))
    return noun;
  if (const auto* noun = first([](const ProposalNoun& told) { return !told.weak; })) return noun;
  return front;
}

std::vector<Proposal> proposals_of(const Proposals& found, const std::vector<std::string>& ids,
                                   const std::vector<Shallow>& texts, const SpanWriter& writer) {
  std::vector<Proposal> proposals;
  for (std::size_t i = 0; i < found.all().size(); ++i) {
    const FoundProposal& known = found.all()[i];
    if (!known.live) continue;
    Proposal proposal;
    proposal.id = ids[i];
    proposal.name = proposal_name(known, texts);
    if (const auto* noun = noun_telling_kind(known)) proposal.kind = noun->noun;
    proposal.points = known.points;
    for (const ProposalMention& mention : known.mentions)
      proposal.mentions.push_back(writer.words(mention.line, mention.first, mention.last));
    sort_spans(proposal.mentions);
    proposals.push_back(std::move(proposal));
  }
  return proposals;
}

Assertion assertion_of(const Stance& stance, const std::vector<std::string>& ids, const SpanWriter& writer) {
  Assertion assertion;
  assertion.actor = actor_id(stance.actor);
  assertion.relation = stance.relation;
  assertion.proposal = ids[static_cast<std::size_t>(stance.proposal)];
  assertion.modality = stance.modality;
  assertion.extent = stance.extent;
  if (stance.speaker >= 0) assertion.speaker = actor_id(stance.speaker);
  assertion.date = stance.date;
  assertion.trigger = writer.words(stance.line, stance.trigger_first, stance.trigger_last);
  assertion.evidence = writer.sentence(stance.line);
  assertion.rule = stance.rule;
  assertion.confidence = stance.confidence;
  return assertion;
}

bool is_person(const Cast& cast, int member) {
  return member >= 0 && cast.members()[static_cast<std::size_t>(member)].kind == ActorKind::Person;
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

std::vector<Assertion> assertions_of(const std::vector<Stance>& stances, const std::vector<std::string>& ids,
                                     const Cast& cast, const SpanWriter& writer) {
  std::vector<Assertion> assertions;
  std::map<std::tuple<int, Relation, int, Modality>, std::size_t> places;
  std::vector<int> speakers;  // of each assertion
  for (const Stance& stance : stances) {
    Assertion assertion = assertion_of(stance, ids, writer);
    const auto [place, is_new] = places.try_emplace(
        {stance.actor, stance.relation, stance.proposal, stance.modality}, assertions.size());
    if (is_new) {
      assertions.push_back(std::move(assertion));
      speakers.push_back(stance.speaker);
      continue;
    }
    Assertion& known = assertions[place->second];
    int& speaker = speakers[place->second];
    if (!is_person(cast, speaker) && is_person(cast, stance.speaker)) {  // rather than his state
      known.speaker = assertion.speaker;
      speaker = stance.speaker;
    }
    merge(known, std::move(assertion));
  }
  return assertions;
}

bool is_same_act(const Stance& a, const Stance& b) {
  return a.line == b.line && a.trigger_first == b.trigger_first && a.relation == b.relation &&
         a.modality == b.modality && a.proposal == b.proposal;
}

// "urged *both unions* to accept it": how likely the likeliest of those is who are said to do the same in one
// word, which stand side by side.
int best_of_act(const std::vector<Stance>& stances, const std::vector<int>& percents, std::size_t i) {
  std::size_t first = i, last = i;
  while (first > 0 && is_same_act(stances[first - 1], stances[i])) --first;
  while (last + 1 < stances.size() && is_same_act(stances[last + 1], stances[i])) ++last;
  return *std::max_element(percents.begin() + static_cast<std::ptrdiff_t>(first),
                           percents.begin() + static_cast<std::ptrdiff_t>(last) + 1);
}

// Gives the stances their confidence, and drops those that the model does not believe, with their features;
// whoever asks why is told in `trace` (may be null).
void judge(const LinearModel& model, std::vector<Stance>& stances, std::vector<Features>& features,
           Trace* trace) {
  std::vector<int> percents;
  for (std::size_t i = 0; i < stances.size(); ++i) {
    // What waits for an approval is neither right nor wrong where the model learnt: it is no unlikelier
    // there.
    const bool open = stances[i].rule.ends_with("/awaited");
    percents.push_back(std::max(model.percent(features[i]), open ? model.threshold() : 0));
  }
  std::vector<int> best;
  for (std::size_t i = 0; i < stances.size(); ++i) best.push_back(best_of_act(stances, percents, i));
  std::size_t kept = 0;
  for (std::size_t i = 0; i < stances.size(); ++i) {
    Stance& stance = stances[i];
    stance.confidence = percents[i] / 100.0;
    if (best[i] < model.threshold()) {
      if (trace)
        trace->misses.push_back({stance.line, stance.trigger_first, stance.rule,
                                 fmt::format("too unlikely ({:.2f})", stance.confidence)});
      continue;
    }
    if (kept != i) {
      stances[kept] = std::move(stance);
      features[kept] = std::move(features[i]);
    }
    ++kept;
  }
  stances.resize(kept);
  features.resize(kept);
}

std::vector<Link> links_of(const std::vector<ActorLink>& actor_links,
                           const std::vector<ProposalLink>& proposal_links,
                           const std::vector<std::string>& ids, const SpanWriter& writer) {
  std::vector<Link> links;
  for (const ActorLink& link : actor_links)
    links.push_back({actor_id(link.from),
                     link.relation,
                     actor_id(link.to),
                     writer.words(link.line, link.first, link.last),
                     {}});
  for (const ProposalLink& link : proposal_links)
    links.push_back({ids[static_cast<std::size_t>(link.from)],
                     link.relation,
                     ids[static_cast<std::size_t>(link.to)],
                     writer.words(link.line, link.first, link.last),
                     {}});
  return links;
}

std::vector<Explanation::ChainLook> chain_looks_of(std::vector<LinkLook>& looks, const SpanWriter& writer) {
  const auto opening = [&writer](const ProposalMention& mention) {
    return writer.words(mention.line, mention.first, mention.is_clause ? mention.first : mention.head);
  };
  std::vector<Explanation::ChainLook> out;
  for (LinkLook& look : looks) {
    out.push_back({opening(look.mention), {}, std::move(look.features)});
    for (const ProposalMention& other : look.chain) out.back().chain.push_back(opening(other));
  }
  return out;
}

// Whether a member is an actor whatever it does: one that the gazetteer knows, or a name of a known kind. One
// told of by adjectives alone is none: "the Italian tennis player" does not speak of Italy.
bool is_known(const Cast& cast, int member) {
  const CastMember& one = cast.members()[static_cast<std::size_t>(member)];
  const auto has = [&](auto test) {
    return std::any_of(one.mentions.begin(), one.mentions.end(),
                       [&](int m) { return test(cast.mentions()[static_cast<std::size_t>(m)].form); });
  };
  if (one.entry) return has([](MentionForm form) { return form != MentionForm::Adjective; });
  return one.kind != ActorKind::Unknown && has([](MentionForm form) { return form == MentionForm::Name; });
}

// Leaves out the described people and bodies, and the names of nobody knows what, that do nothing in the
// text.
void drop_bystanders(const Cast& cast, Extraction& found) {
  std::set<std::string> kept;
  for (int member = 0; member < static_cast<int>(cast.members().size()); ++member)
    if (is_known(cast, member)) kept.insert(actor_id(member));
  for (const Assertion& assertion : found.assertions) {
    kept.insert(assertion.actor);
    if (assertion.speaker) kept.insert(*assertion.speaker);
  }
  for (const Link& link : found.links) kept.insert({link.from, link.to});
  std::erase_if(found.actors, [&kept](const Actor& actor) { return !kept.contains(actor.id); });
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

Result<Pipeline> Pipeline::load(const std::filesystem::path& data, Gazetteer gazetteer, Judge judge) {
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
  auto headlines = Headlines::load(data);
  if (!headlines) return error_of(headlines);
  auto language = LanguageModel::open(data / "english.model");
  if (!language) return error_of(language);
  std::optional<LinearModel> links, stances;
  const auto load_model = [&data](const ModelKind& kind, std::optional<LinearModel>& to) -> Result<void> {
    auto loaded = LinearModel::load(data, kind);
    if (!loaded) return tl::make_unexpected(loaded.error());
    to = std::move(*loaded);
    return {};
  };
  if (judge != Judge::Nobody)
    if (auto loaded = load_model(coreference_model, links); !loaded) return error_of(loaded);
  if (judge == Judge::Models)
    if (auto loaded = load_model(stance_model, stances); !loaded) return error_of(loaded);
  return Pipeline(std::make_unique<const Parts>(std::move(gazetteer), std::move(lists), std::move(*headlines),
                                                std::move(*language), std::move(links), std::move(stances)));
}

Pipeline::Opened::Opened(const Document& doc) {
  found.document = doc;
  found.has_text = true;
  found.sha256 = content_hash(doc);
  found.extractor = extractor_version();
  sentences = tokenize(found.document);
  split_dateline(sentences);
  lines.reserve(sentences.size());
  for (const Sentence& sentence : sentences) lines.push_back(read_words(sentence));
}

void Pipeline::Parts::parse(std::deque<Opened>& texts) const {
  std::vector<std::span<Sentence>> documents;
  std::vector<Sentence*> chosen;
  for (Opened& text : texts) {
    const std::vector<bool> worth = stance_words.worth_parsing(text.lines);
    const std::size_t before = chosen.size();
    for (std::size_t i = 0; i < worth.size(); ++i)
      if (worth[i]) chosen.push_back(&text.sentences[i]);
    if (chosen.size() > before) documents.push_back(text.sentences);
  }
  if (chosen.empty()) return;
  auto room = rooms.take(language);
  language.annotate(documents, chosen, *room);
  headlines.read_again(chosen, language, *room);
  rooms.give_back(std::move(room));
  for (Opened& text : texts)
    for (std::size_t i = 0; i < text.lines.size(); ++i)
      if (text.sentences[i].is_parsed()) mend_tree(text.sentences[i], text.lines[i], lists.actor_words);
}

Extraction Pipeline::Parts::read(Opened& text, Explanation* explanation) const {
  Extraction& found = text.found;
  std::vector<Shallow> texts;
  for (const Line& line : text.lines) {
    texts.push_back(read_chunks(line, lists.grammar, lists.actor_words));
    part_matters(texts.back(), lists.acts, lists.proposals);
  }
  std::vector<Clauses> clauses;
  clauses.reserve(texts.size());
  for (const Shallow& shallow : texts) clauses.emplace_back(shallow, lists.controls);

  Cast cast(texts, MentionFinder{names, lists.actor_words, lists.grammar});
  std::vector<LinkLook> looks;
  Proposals proposals(texts, clauses, cast, lists.proposals, lists.actor_words,
                      {link_judge ? &*link_judge : nullptr, explanation ? &looks : nullptr});
  Trace trace;
  ReadDocument known{texts, clauses, cast, proposals, found.document.date, explanation ? &trace : nullptr};
  auto stances = find_stances(known, lists);
  auto features = stance_features(stances, known, lists);
  if (stance_judge) judge(*stance_judge, stances, features, known.trace);

  const SpanWriter writer(found.document, text.sentences);
  found.actors = actors_of(cast, writer);
  const auto ids = proposal_ids(proposals);
  found.proposals = proposals_of(proposals, ids, texts, writer);
  found.assertions = assertions_of(stances, ids, cast, writer);
  found.links = links_of(find_affiliations(texts, cast, lists.actor_words),
                         find_proposal_links(proposals, texts, lists.proposals), ids, writer);
  drop_bystanders(cast, found);
  if (explanation) {
    *explanation = explain(known, trace, stances, features, text.sentences, writer);
    explanation->chain_looks = chain_looks_of(looks, writer);
  }
  return std::move(found);
}

Extraction Pipeline::extract(const Document& doc, Explanation* explanation) const {
  std::deque<Opened> text;
  text.emplace_back(doc);
  parts_->parse(text);
  return parts_->read(text.front(), explanation);
}

std::vector<Extraction> Pipeline::extract(std::span<const Document* const> docs) const {
  std::deque<Opened> texts;  // which stay where they are
  for (const Document* doc : docs) texts.emplace_back(*doc);
  parts_->parse(texts);
  std::vector<Extraction> found;
  found.reserve(docs.size());
  for (Opened& text : texts) found.push_back(parts_->read(text, nullptr));
  return found;
}

}  // namespace demarche
