// Gazetteer names come first; then runs of capitalised words, cut behind the last title ("Prime Minister |
// Keir Starmer"); then groups of nouns whose head is a listed body or people, or looks like one.
#include "ingest/actors/mentions.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr int longest_mention = 12;  // words
constexpr int dateline_reach = 12;   // words

bool is_article(std::string_view key) {
  return key == "the" || key == "a" || key == "an";
}

class MentionScan {
 public:
  MentionScan(const Shallow& text, int line, const std::vector<NameMatch>& names, const MentionFinder& tools)
      : text_(text), line_(line), matches_(names), tools_(tools) {
    covered_.resize(static_cast<std::size_t>(text.line->size()), false);
  }

  std::vector<Mention> run() {
    for (const NameMatch& match : matches_)
      if (spans_groups(match)) cover(match.first, match.last);
    companies_with_and();
    for (int c = behind_dateline(); c < text_.size(); ++c)
      if (text_.is(c, ChunkKind::Nouns)) group(c);
    std::stable_sort(found_.begin(), found_.end(), [](const Mention& a, const Mention& b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    return std::move(found_);
  }

 private:
  const ActorWord& listed(int i) const { return tools_.words.find(text_.key(i)); }
  Tag tag(int i) const { return text_.tag(i).tag; }
  bool is_covered(int i) const { return covered_[static_cast<std::size_t>(i)]; }
  bool is_capital(int i) const {
    const Shape shape = text_.word(i).natural;
    return shape == Shape::Capital || shape == Shape::Upper || opens_place(i);
  }
  // "*Lower* Merrin accepted it": of the name, though it opens the sentence.
  bool opens_place(int i) const {
    return i == 0 && text_.line->size() > 1 && text_.word(1).natural == Shape::Capital &&
           tag(1) == Tag::Noun && text_.chunk_of[0] == text_.chunk_of[1] && listed(0).direction;
  }

  int behind_dateline() const;
  void companies_with_and();
  int company_first(int legal) const;
  bool acts_in_plural(int last) const;
  bool is_in_company_name(const NameMatch& match, const Chunk& chunk) const;
  bool is_given_name(const NameMatch& match, const Chunk& chunk) const;
  bool is_surname(const NameMatch& match, const Chunk& chunk) const;
  bool is_portfolio(const NameMatch& match, const Chunk& chunk) const;
  bool ends_compound_name(const NameMatch& match, const Chunk& chunk) const;
  bool is_inside_body_name(const NameMatch& match, const Chunk& chunk) const;
  void group(int c);
  void gazetteer_name(const NameMatch& match, const Chunk& chunk);
  void capital_runs(int c);
  bool owns_as_body(int i, const Chunk& chunk) const;
  void body_called(int word, const Chunk& chunk);
  bool is_people(int i) const;
  bool is_members_mark(int i) const;
  bool ends_hyphenated(int i) const;
  bool is_in_body_name(int i, const Chunk& chunk) const;
  int run_end(int first, const Chunk& chunk) const;
  bool is_told_of_with_who(int first, int last) const;
  bool is_people_of(int last, const Chunk& chunk) const;
  void person_or_thing(int first, int last, const Chunk& chunk);
  void organisation(int first, int last, int c);
  void described(int c);
  bool is_ranked(const Chunk& chunk) const;
  void add(Mention mention);
  void cover(int first, int last);
  std::string described_key(const Mention& mention) const;
  int behind_office(int first, int last) const;
  bool is_label(int first, int last) const;
  bool is_weather(int word) const;
  bool has_proper_noun(int first, int last) const;
  bool is_part_of_name(int word, int last) const;
  bool is_called_body(int last, const Chunk& chunk) const;
  bool spans_groups(const NameMatch& match) const;
  bool is_known(int word) const;
  int with_place(int begin, const Chunk& chunk) const;
  int joined_first(int first, int last, int c) const;
  int name_end(int last, int c) const;
  void forget_inside(int first, int last);
  void describe_person(Mention& person) const;

  int title_before(int name_first, int group_first) const;
  bool is_person(int first, int last) const;
  bool looks_like_people(int i) const;
  int of_end(int c) const;
  bool joins_field(int c) const;
  int with_modifiers(int first, const Chunk& chunk) const;

  const Shallow& text_;
  int line_;
  const std::vector<NameMatch>& matches_;
  const MentionFinder& tools_;
  std::vector<bool> covered_;  // whether a name covers the word
  std::vector<Mention> found_;
};

void MentionScan::cover(int first, int last) {
  for (int i = first; i <= last; ++i) covered_[static_cast<std::size_t>(i)] = true;
}

// "Securities | and | Exchange Commission": a name in more than one group of nouns.
bool MentionScan::spans_groups(const NameMatch& match) const {
  return text_.chunk_of[static_cast<std::size_t>(match.first)] !=
         text_.chunk_of[static_cast<std::size_t>(match.last)];
}

void MentionScan::add(Mention mention) {
  mention.line = line_;
  cover(mention.name_first, mention.name_last);
  if (mention.key.empty()) mention.key = compared(text_, mention.name_first, mention.name_last);
  if (mention.kind == ActorKind::Person) describe_person(mention);
  found_.push_back(std::move(mention));
}

void MentionScan::describe_person(Mention& person) const {
  const std::string& written = text_.key(person.name_first);
  const std::string given =
      person.entry ? word_key(person.entry->name.substr(0, person.entry->name.find(' '))) : written;
  person.given_first = tools_.words.is_given_name(given);
  if (person.title_word >= 0) person.gender = listed(person.title_word).gender;
  if (person.gender == Gender::Unknown) person.gender = tools_.words.gender_of(given);
}

// The last title before the name, in its group or as "Secretary of | State Colin Powell"; -1 where there is
// none.
int MentionScan::title_before(int name_first, int group_first) const {
  for (int i = name_first - 1; i >= group_first; --i) {
    if (tag(i) == Tag::Possessive) return -1;
    const bool stands_apart = listed(i).plural && i + 1 < name_first;  // "Mediators hand | Norway"
    if (listed(i).title && !is_covered(i) && !stands_apart)
      return i;  // nor "Workers" of "Road Workers Union"
  }
  const bool after_of = group_first >= 2 && text_.key(group_first - 1) == "of" &&
                        listed(group_first - 2).title && !is_article(text_.key(group_first));
  return after_of && name_first > group_first ? group_first - 2 : -1;
}

bool MentionScan::is_person(int first, int last) const {
  return last > first && tools_.words.is_given_name(text_.key(first));
}

// "workers", "growers", "unionists": people by their ending.
bool MentionScan::looks_like_people(int i) const {
  const std::string& key = text_.key(i);
  if (key.size() < 6 || text_.tag(i).facts->verb >= 0 || listed(i).thing) return false;
  return key.ends_with("ers") || key.ends_with("ors") || key.ends_with("ists") || key.ends_with("crats");
}

// The last word of the "of" groups behind a chunk: "the Senate | of | Pakistan".
int MentionScan::of_end(int c) const {
  const int first = text_.chunk(c).first;
  for (int steps = 0; steps < 2; ++steps) {
    if (!text_.is(c + 1, ChunkKind::Preposition) || text_.head_key(c + 1) != "of") break;
    if (!text_.is(c + 2, ChunkKind::Nouns) || text_.chunk(c + 2).last - first > longest_mention) break;
    const Chunk& next = text_.chunk(c + 2);
    const bool amount = next.first < next.last && tag(next.first) == Tag::Number &&
                        text_.tag(next.first + 1).facts->is(WordClass::Unit);
    if (amount) break;  // "by a unit | of 37 dlrs a share"
    c += 2;
  }
  const int last = text_.chunk(c).last;
  if (text_.chunk(c).first != first) {
    for (const NameMatch& match : matches_)  // "the Court of *Bosnia and Herzegovina*"
      if (match.first <= last && match.last > last) return match.last;
    for (const Mention& name : found_)  // "a subsidiary of *Pesch and Co*"
      if (name.first <= last && name.last > last) return name.last;
  }
  return joins_field(c) ? text_.chunk(c + 2).last : text_.chunk(c).last;
}

// "the Ministry of Post | *and* | *Telecommunications*": two fields of one body.
bool MentionScan::joins_field(int c) const {
  if (!text_.tree || !text_.is(c - 1, ChunkKind::Preposition) || text_.head_key(c - 1) != "of") return false;
  if (!text_.is(c + 1, ChunkKind::Conjunction) || !text_.is(c + 2, ChunkKind::Nouns)) return false;
  const Chunk& next = text_.chunk(c + 2);
  const bool fielded = listed(text_.chunk(c - 2).head).fielded;  // "of trade and *industry*"
  const bool named = is_capital(next.head) ? !is_known(next.head) : fielded && !is_people(next.head);
  const bool is_field = next.first == next.last && named && (fielded || !listed(next.head).group) &&
                        is_capital(next.head) == is_capital(text_.chunk(c).head) &&
                        listed(text_.chunk(c - 2).head).group == GroupKind::Body;
  return is_field && text_.tree->is(next.head, "conj") &&
         text_.tree->head(next.head) == text_.tree->group(text_.chunk(c).head);
}

// The first word of the names that stand right before an organisation's: "Russian | State Duma".
int MentionScan::with_modifiers(int first, const Chunk& chunk) const {
  while (first > chunk.first && is_covered(first - 1) && tag(first - 1) != Tag::Possessive) --first;
  return first;
}

void MentionScan::gazetteer_name(const NameMatch& match, const Chunk& chunk) {
  Mention mention;
  mention.first = mention.name_first = match.first;
  mention.last = mention.name_last = mention.head = match.last;
  const int first_group = text_.chunk_of[static_cast<std::size_t>(match.first)];
  const bool of_follows = text_.is(first_group + 1, ChunkKind::Preposition);  // "the Senate | of | Pakistan"
  if (spans_groups(match) && of_follows) mention.head = text_.chunk(first_group).head;
  mention.entry = match.entry;
  mention.kind = match.entry->kind;
  mention.key = match.entry->key;
  const bool people_elsewhere = match.use == NameUse::Demonym && match.last != chunk.head;
  if (match.use == NameUse::Adjective || people_elsewhere) mention.form = MentionForm::Adjective;
  if (mention.kind == ActorKind::Person) {
    mention.title_word = title_before(match.first, chunk.first);
    const bool inside = mention.title_word < 0 && match.first < match.last && listed(match.first).title;
    if (inside) mention.title_word = match.first;  // "King Charles" is so listed
    if (mention.title_word >= 0) mention.title = listed(mention.title_word).title;
    if (mention.title_word >= 0 && !inside) mention.first = std::min(chunk.first, mention.title_word);
  }
  if (mention.first == chunk.first + 1 && is_article(text_.key(chunk.first))) mention.first = chunk.first;
  const std::string& end = text_.key(match.last);
  const bool many =
      end.back() == 's' && mention.kind == ActorKind::Organisation && mention.first < match.first;
  mention.plural = match.use == NameUse::Demonym || many;
  add(std::move(mention));
}

// The first chunk behind "BEIRUT (Reuters) -" or "MOSCOW:"; 0 where the sentence begins with neither.
int MentionScan::behind_dateline() const {
  if (text_.line->sentence->field != Field::Text || text_.line->sentence->start > 0) return 0;
  for (int c = 0; c < text_.size() && text_.chunk(c).first < dateline_reach; ++c) {
    if (text_.is(c, ChunkKind::Verbs)) return 0;
    if (!text_.is(c, ChunkKind::Stop)) continue;
    const std::string& mark = text_.head_key(c);
    const bool is_dash = mark == "-" || mark == "--" || mark == "\u2013" || mark == "\u2014";
    const bool shouts = text_.word(0).shape == Shape::Upper;
    return is_dash || (mark == ":" && shouts && c == 1) ? c + 1 : 0;
  }
  return 0;
}

// "Alder and Birch Co | *have* rejected": two.
bool MentionScan::acts_in_plural(int last) const {
  const int next = last + 1;
  return next < text_.line->size() && text_.tree->at(next).xpos == "VBP";
}

// Where the name of a company begins whose last part stands behind "and": "*Northern* Light and Power Co",
// "*Pilkington* Brothers and Sons Plc"; -1 where none does.
int MentionScan::company_first(int legal) const {
  const auto begins = [this](int i) {
    return i >= 0 && is_capital(i) && !is_covered(i) && !listed(i).legal && !is_known(i) &&
           text_.tree->at(i).upos != "DET" && tag(i) != Tag::Possessive;
  };
  const int own = listed(legal - 1).legal ? legal - 2 : legal - 1;  // "and *Co Inc*"
  const int joint = begins(own) ? own - 1 : own;
  if (joint < 1 || text_.key(joint) != "and" || is_covered(legal) || acts_in_plural(legal)) return -1;
  if (!begins(joint - 1) || is_known(legal - 1)) return -1;
  int first = joint - 1;
  while (begins(first - 1)) --first;
  const bool and_co = joint == own;
  while (and_co && first >= 2 && tag(first - 1) == Tag::Comma && begins(first - 2) && !begins(first - 3))
    first -= 2;  // "*Alder*, Birch and Co"
  return is_person(first, joint - 1) || listed(joint - 1).title ? -1 : first;
}

// Names of companies that a joined noun would part.
void MentionScan::companies_with_and() {
  if (!text_.tree || text_.line->style != Style::Prose) return;
  for (int i = 3; i < text_.line->size(); ++i) {
    const bool ends = listed(i).legal && (i + 1 == text_.line->size() || !listed(i + 1).legal);
    const int first = ends ? company_first(i) : -1;
    if (first < 0) continue;
    Mention mention;
    mention.first = mention.name_first = first;
    mention.last = mention.name_last = mention.head = i;
    mention.kind = ActorKind::Organisation;
    add(std::move(mention));
  }
}

bool MentionScan::is_people(int i) const {
  return listed(i).group == GroupKind::People || looks_like_people(i);
}

// "Workers*'* Front", "People*'s* Front": the mark inside the name of a body that is its members'.
bool MentionScan::is_members_mark(int i) const {
  if (i < 1 || i + 1 >= text_.line->size() || tag(i) != Tag::Possessive || !is_people(i - 1)) return false;
  const bool ends_in_s = text_.key(i - 1).ends_with('s');
  return (text_.key(i) == "'") == ends_in_s && is_capital(i - 1) && is_capital(i + 1);
}

// "Kim Dae-*jung*": a name's later part, though it begins small.
bool MentionScan::ends_hyphenated(int i) const {
  const bool glued = text_.tree && i > 1 && tag(i - 1) == Tag::Hyphen && text_.word(i).glued;
  const bool begins_small = glued && text_.word(i - 1).glued && text_.word(i).shape == Shape::Lower;
  if (!begins_small || !is_capital(i - 2)) return false;
  return is_one_of(text_.tree->at(i).upos, {"PROPN", "PRON"});
}

// "the Danish Security *and* Intelligence Service": one body by the tree.
bool MentionScan::is_in_body_name(int i, const Chunk& chunk) const {
  const ActorWord& head = listed(chunk.head);
  const bool is_body = (head.ending || head.group == GroupKind::Body) && !head.plural;
  return text_.tree && is_body && is_capital(chunk.head) && is_capital(i - 1) &&
         text_.tree->group(i) == chunk.head;
}

int MentionScan::run_end(int first, const Chunk& chunk) const {
  // "Rail *and* Signal Workers", "Rail *and* Signal Workers' Union"
  const bool of_people =
      (is_people(chunk.head) && !listed(chunk.head).ending) || is_members_mark(chunk.head - 1);
  const auto joins = [&](int i) {
    const bool joint = tag(i) == Tag::Conjunction && (of_people || is_in_body_name(i, chunk));
    const bool link =
        tag(i) == Tag::Hyphen || listed(i).particle || text_.key(i) == "&" || joint || is_members_mark(i);
    return link && i < chunk.last && (is_capital(i + 1) || ends_hyphenated(i + 1));
  };
  const auto is_bracket = [&](int i) {  // "Alder *(* Holdings *)* Ltd"
    const bool opens = tag(i) == Tag::Open;
    const int close = opens ? i + 2 : i;
    return (opens || (tag(i) == Tag::Close && i > first + 2)) && close < chunk.last &&
           tag(close) == Tag::Close && listed(close + 1).legal;
  };
  const auto goes_on = [&](int i) {
    if (joins(i) || is_bracket(i)) return true;
    if (tag(i) == Tag::Possessive) return false;
    return is_capital(i) || ends_hyphenated(i) || listed(i).legal ||
           (listed(i).particle && i < chunk.last && joins(i + 1));
  };
  int end = first;
  while (end < chunk.last && !is_covered(end + 1) && goes_on(end + 1)) ++end;
  return end;
}

void MentionScan::capital_runs(int c) {
  const Chunk& chunk = text_.chunk(c);
  for (int i = chunk.first; i <= chunk.last; ++i) {
    if (!is_capital(i) || is_covered(i) || (tag(i) != Tag::Noun && tag(i) != Tag::Adjective)) continue;
    const int end = run_end(i, chunk);
    const ActorWord& last = listed(end);
    if (end == i && last.group && end == chunk.head) continue;  // "Officials": a description like any other
    if (end == i && owns_as_body(i, chunk)) {
      body_called(i, chunk);
      continue;
    }
    if (end == i && last.legal && i > 0 && tag(i - 1) == Tag::Close) continue;  // "(Holdings) *Ltd*"
    const bool names_body = (last.ending && end > i) || (last.group && end == chunk.head) ||
                            (last.legal && joined_first(i, end, c) < i);
    if (end == i && tag(i) == Tag::Adjective && !names_body) continue;
    const bool describes_head =
        end + 1 == chunk.head && listed(chunk.head).group && !listed(chunk.head).title;
    if (names_body)
      organisation(i, end, c);
    else if (!describes_head)
      person_or_thing(i, end, chunk);
    i = end;
  }
}

// "the *League's* president": a body that the text names elsewhere, like "the League".
bool MentionScan::owns_as_body(int i, const Chunk& chunk) const {
  return i == chunk.first + 1 && text_.key(chunk.first) == "the" && i + 1 < chunk.head &&
         tag(i + 1) == Tag::Possessive && text_.line->style == Style::Prose &&
         listed(i).group == GroupKind::Body && !listed(i).plural && !listed(i).title;
}

void MentionScan::body_called(int word, const Chunk& chunk) {
  Mention mention;
  mention.form = MentionForm::Described;
  mention.first = chunk.first;
  mention.last = mention.head = mention.name_first = mention.name_last = word;
  mention.kind = ActorKind::Organisation;
  mention.definite = true;
  mention.key = described_key(mention);
  add(std::move(mention));
}

bool MentionScan::is_known(int word) const {
  return std::any_of(matches_.begin(), matches_.end(),
                     [word](const NameMatch& match) { return match.first <= word && word <= match.last; });
}

// "Ways | and | Means Committee", "Pine | and | Co": where the name begins that stands in two groups; `first`
// where they are two names.
int MentionScan::joined_first(int first, int last, int c) const {
  const bool opens = first == text_.chunk(c).first && text_.is(c - 1, ChunkKind::Conjunction);
  if (!opens || !text_.is(c - 2, ChunkKind::Nouns)) return first;
  const bool has_members = last - first > 2 && is_members_mark(last - 1);
  if (last - first > 1 && !has_members) return first;
  const Chunk& before = text_.chunk(c - 2);
  if (is_known(before.last)) return first;
  int begin = before.last + 1;
  while (begin > before.first && is_capital(begin - 1) && tag(begin - 1) == Tag::Noun) --begin;
  const int words = before.last + 1 - begin;
  const ActorWord& end = listed(before.last);
  if (words == 0 || end.legal || end.group || (end.ending && words > 1)) return first;
  const bool is_led =
      begin > before.first || is_known(begin);  // "the | *Danish* Security | and | Police Service"
  if (words > 1 && last > first && !is_led && !listed(last).legal)
    return first;         // "Alder Freight | and | Birch Motors"
  bool all_legal = true;  // "Pine | and | *Co Inc*"
  for (int i = first; i <= last; ++i) all_legal &= listed(i).legal;
  const bool whole = first == last || all_legal || !listed(last).legal || words > 1;
  const bool under_article = words == 1 && begin == before.first + 1 && is_article(text_.key(before.first)) &&
                             last > first && is_people(last);  // "The Rail | and | Signal Workers"
  return whole && (!listed(last).plural || under_article) ? begin : first;
}

// A body's name goes on behind "of" ("Bank of Norway"); a company's does not ("Alder Motors | of Norway").
int MentionScan::name_end(int last, int c) const {
  const int end = last == text_.chunk(c).last ? of_end(c) : last;
  const bool of_place = end > last && text_.is(c + 2, ChunkKind::Nouns) && is_known(text_.chunk(c + 2).last);
  return of_place && last > text_.chunk(c).first && !listed(last).group ? last : end;
}

// What was taken for a name and has turned out the beginning of a longer one.
void MentionScan::forget_inside(int first, int last) {
  found_.erase(std::remove_if(found_.begin(), found_.end(),
                              [=](const Mention& name) { return name.first >= first && name.last <= last; }),
               found_.end());
}

void MentionScan::organisation(int first, int last, int c) {
  const Chunk& chunk = text_.chunk(c);
  Mention mention;
  mention.name_first = with_modifiers(joined_first(first, last, c), chunk);
  mention.first = mention.name_first;
  mention.definite = chunk.first < mention.first && text_.key(chunk.first) == "the";
  if (mention.first == chunk.first + 1 && tag(chunk.first) == Tag::Determiner) mention.first = chunk.first;
  const bool owned =
      first == last && mention.first > chunk.first && tag(mention.first - 1) == Tag::Possessive;
  if (owned) mention.first = mention.name_first = chunk.first;
  mention.last = last == chunk.last ? of_end(c) : last;
  mention.name_last = name_end(last, c);
  mention.head = last;
  if (last > first && is_members_mark(last - 1)) forget_inside(mention.name_first, chunk.first - 1);
  mention.plural = listed(last).plural;
  mention.unnamed = listed(last).group == GroupKind::Unnamed;
  const bool in_name = listed(last).ending && mention.name_last > mention.name_first;  // "Birch Airlines"
  const bool people = listed(last).group && listed(last).group != GroupKind::Body && !in_name;
  mention.kind = people ? ActorKind::Group : ActorKind::Organisation;
  mention.form = mention.name_first == mention.name_last ? MentionForm::Described : MentionForm::Name;
  add(std::move(mention));
}

// "Secretary of *State* | George Shultz": the name begins behind what the office is of.
int MentionScan::behind_office(int first, int last) const {
  const bool of_office = first >= 2 && text_.key(first - 1) == "of" && listed(first - 2).title;
  for (int i = first + 1; of_office && i < last; ++i)
    if (tools_.words.is_given_name(text_.key(i))) return i;
  return first;
}

// What has a capital and is no name: "<GDN.L>", "(D-Vt.)", ", R-Ohio", a weekday, and a sentence of one word,
// as "REUTER" at the end.
bool MentionScan::is_label(int first, int last) const {
  if (text_.line->size() <= 2) return true;
  const bool aside = first > 0 && (tag(first - 1) == Tag::Open || tag(first - 1) == Tag::Comma);
  if (aside && text_.tells_party(first)) return true;
  if (first != last) return false;
  const bool ticker =
      first > 0 && last + 1 < text_.line->size() && text_.key(first - 1) == "<" && text_.key(last + 1) == ">";
  const std::string& key = text_.key(first);
  const WordFacts& facts = *text_.tag(first).facts;
  if (key.size() == 1) return true;
  if (facts.is(WordClass::Weekday) || facts.is(WordClass::Month)) return true;
  const bool party = key.size() > 3 && (key.starts_with("d-") || key.starts_with("r-")) && first > 0 &&
                     (tag(first - 1) == Tag::Open || tag(first - 1) == Tag::Comma);
  return ticker || party;
}

bool MentionScan::has_proper_noun(int first, int last) const {
  for (int i = first; i <= last; ++i)
    if (text_.tree->at(i).upos == "PROPN") return true;
  return false;
}

// "Baltic Watch, *a conservation group*": whatever its name sounds like.
bool MentionScan::is_called_body(int last, const Chunk& chunk) const {
  const int c = text_.chunk_of[static_cast<std::size_t>(last)] + 1;
  return last == chunk.head && text_.line->style == Style::Prose && text_.is(c, ChunkKind::Comma) &&
         text_.is(c + 1, ChunkKind::Nouns) && is_article(text_.key(text_.chunk(c + 1).first)) &&
         listed(text_.chunk(c + 1).head).group == GroupKind::Body;
}

// "*Hong Kong* Docks": where a name begins that a place opens; `begin` where none does.
int MentionScan::with_place(int begin, const Chunk& chunk) const {
  for (const NameMatch& match : matches_) {
    const bool before = match.last == begin - 1 && match.first >= chunk.first && text_.tree;
    const bool is_place = match.entry->kind == ActorKind::Place || match.entry->kind == ActorKind::State;
    if (before && is_place && match.use == NameUse::Name && text_.line->style == Style::Prose &&
        text_.tree->is(match.last, "compound"))
      return match.first;
  }
  return begin;
}

// "Harbour *Workers* United", "*Seamen* First": no title of somebody's. "*Senators* Holm and Berg" are
// several.
bool MentionScan::is_part_of_name(int word, int last) const {
  if (!text_.tree || text_.line->style != Style::Prose) return false;
  if (text_.tree->relation(word) == "compound" && text_.tree->head(word) == last) return true;
  const int next = last + 1;
  const bool listed_on = next < text_.line->size() &&
                         (tag(next) == Tag::Conjunction ||
                          (tag(next) == Tag::Comma && next + 1 < text_.line->size() && is_capital(next + 1)));
  return word + 1 == last && listed(last).rallying && !listed_on;
}

// "*Snow* fell": no Mr Snow.
bool MentionScan::is_weather(int word) const {
  if (word + 1 >= text_.line->size()) return false;
  const int verb = text_.tag(word + 1).facts->verb;
  return listed(word).weather && verb >= 0 &&
         is_one_of(tools_.grammar.lemma(verb),
                   {"fall",  "blow",  "melt",    "cover",   "hit",      "sweep", "lash",
                    "pour",  "close", "delay",   "drift",   "continue", "begin", "stop",
                    "bring", "block", "blanket", "disrupt", "shroud",   "spread"});
}

// "Pietro Lund, *who* runs Alder Air": one person, whatever his given name.
bool MentionScan::is_told_of_with_who(int first, int last) const {
  const int who = last + 2;
  if (first == last || !text_.tree || who + 1 >= text_.line->size() || text_.key(who) != "who") return false;
  return tag(last + 1) == Tag::Comma && text_.tree->at(last).xpos == "NNP" && !listed(last).group &&
         is_one_of(text_.tree->at(who + 1).xpos, {"VBZ", "VBD"}) && text_.key(who + 1) != "were";
}

// "the *Friends* of the Harbour": a plural with a capital and what it is of, which has one too.
bool MentionScan::is_people_of(int last, const Chunk& chunk) const {
  const int c = text_.chunk_of[static_cast<std::size_t>(last)];
  const bool of_follows = last == chunk.head && text_.is(c + 1, ChunkKind::Preposition) &&
                          text_.head_key(c + 1) == "of" && text_.is(c + 2, ChunkKind::Nouns);
  return of_follows && text_.tree && text_.line->style == Style::Prose &&
         is_one_of(text_.tree->at(last).xpos, {"NNS", "NNPS"}) && is_capital(text_.chunk(c + 2).head);
}

// A run of capitalised words that is in no gazetteer and ends like no organisation.
void MentionScan::person_or_thing(int first, int last, const Chunk& chunk) {
  int begin = first;
  for (int i = first; i <= last; ++i)
    if (listed(i).title && !(listed(i).plural && is_part_of_name(i, last)) && !is_members_mark(i + 1))
      begin = i + 1;
  begin = behind_office(begin, last);
  const bool called = is_called_body(last, chunk);
  if (begin > last || is_label(begin, last) || (listed(last).thing && !called)) return;
  const std::string& only = text_.key(begin);
  const bool opens = begin == 0 && last == 0 && text_.word(0).shape == Shape::Capital;
  const bool is_name = text_.tree && text_.tree->at(0).upos == "PROPN";
  const bool before_of =
      text_.line->size() > 2 && text_.key(1) == "of" && !(is_name && is_known(2));  // "Alder of Norway"
  if (opens &&
      (is_weather(0) || only.ends_with("ly") || (chunk.last > 0 && tag(1) == Tag::Noun) || before_of))
    return;  // "Bailout plan", "Recently"
  const bool bears_title = begin > chunk.first && listed(begin - 1).title && !listed(begin - 1).plural &&
                           is_capital(begin - 1) &&
                           text_.line->style == Style::Prose;  // "Mayor *Price*", by the tags a price
  if (text_.tree && !has_proper_noun(begin, last) && !called && !bears_title && !is_people_of(last, chunk))
    return;
  Mention mention;
  mention.first = mention.name_first = begin;
  mention.last = mention.name_last = mention.head = last;
  mention.title_word = title_before(begin, chunk.first);
  if (mention.title_word >= 0) {
    mention.title = listed(mention.title_word).title;
    mention.first = std::min(chunk.first, mention.title_word);
  }
  const bool person = mention.title || is_person(begin, last) || is_told_of_with_who(begin, last);
  mention.kind = person ? ActorKind::Person : ActorKind::Unknown;
  if (mention.kind == ActorKind::Unknown && begin == first && !listed(last).group)
    mention.first = mention.name_first = with_place(begin, chunk);
  if (mention.first == chunk.first + 1 && is_article(text_.key(chunk.first))) mention.first = chunk.first;
  if (called && mention.kind == ActorKind::Unknown) mention.kind = ActorKind::Organisation;
  if (mention.kind == ActorKind::Unknown && mention.first < begin && is_people_of(last, chunk)) {
    mention.last = mention.name_last = of_end(text_.chunk_of[static_cast<std::size_t>(last)]);
    mention.kind = ActorKind::Organisation;
  }
  add(std::move(mention));
}

// What is compared of a description; a name in it by its entry, so that "U.S. growers" are "American
// growers".
std::string MentionScan::described_key(const Mention& mention) const {
  std::string key;
  for (int i = mention.first; i <= mention.last;) {
    const auto match =
        std::find_if(matches_.begin(), matches_.end(), [i](const auto& m) { return m.first == i; });
    const bool named = match != matches_.end() && match->last <= mention.last;
    const int last = named ? match->last : i;
    const bool silent = tag(i) == Tag::Possessive;
    std::string word = named ? match->entry->key : silent ? "" : compared(text_, i, i);
    if (!key.empty() && !word.empty()) key += ' ';
    key += word;
    i = last + 1;
  }
  return key;
}

// "the *chief* executive", "a *senior* partner": a person, though the bare word may be a body.
bool MentionScan::is_ranked(const Chunk& chunk) const {
  return chunk.head > chunk.first && listed(chunk.head).title &&
         is_one_of(text_.key(chunk.head - 1), {"chief", "senior", "junior", "managing", "former", "deputy"});
}

void MentionScan::described(int c) {
  const Chunk& chunk = text_.chunk(c);
  const ActorWord& word = listed(chunk.head);
  Mention mention;
  mention.form = MentionForm::Described;
  mention.head = chunk.head;
  mention.first = chunk.first;
  while (tag(mention.first) == Tag::Quote) ++mention.first;
  mention.last = chunk.last == chunk.head ? of_end(c) : chunk.head;
  mention.title = word.title;
  mention.title_word = word.title ? chunk.head : -1;
  mention.plural = word.plural || looks_like_people(chunk.head);
  mention.unnamed = word.group == GroupKind::Unnamed;
  const bool is_body = word.group && !is_ranked(chunk);
  mention.kind = mention.plural ? ActorKind::Group : is_body ? ActorKind::Organisation : ActorKind::Person;
  const Tag opening = tag(mention.first);
  mention.definite =
      opening == Tag::Determiner && text_.key(chunk.first) != "a" && text_.key(chunk.first) != "an";
  mention.key = described_key(mention);
  mention.name_first = mention.name_last = chunk.head;  // the words before it may be names of their own
  add(std::move(mention));
}

// "*America* Freight Ltd": a run of capitals around the name that ends as companies do.
bool MentionScan::is_in_company_name(const NameMatch& match, const Chunk& chunk) const {
  if (text_.line->style != Style::Prose) return false;
  int end = match.last;
  while (end < chunk.last && is_capital(end + 1) && tag(end + 1) == Tag::Noun) ++end;
  return end > match.last && listed(end).legal;
}

// "Northern *Liberation* Front": one word of a body's name, which is not the body called so.
bool MentionScan::is_inside_body_name(const NameMatch& match, const Chunk& chunk) const {
  const int before = match.first - 1;
  if (match.first != match.last || match.entry->kind != ActorKind::Organisation || before < chunk.first ||
      match.last != chunk.head - 1 || text_.line->style != Style::Prose)
    return false;
  const bool in_capitals = is_capital(before) && is_capital(chunk.head) && !is_known(before);
  return in_capitals && tag(before) != Tag::Possessive && !listed(before).title &&
         listed(chunk.head).group == GroupKind::Body;
}

// "*Labour* Minister Ole Dam": what the office is for, and no party.
bool MentionScan::is_portfolio(const NameMatch& match, const Chunk& chunk) const {
  const int office = match.last + 1;
  return match.first == match.last && match.entry->kind == ActorKind::Organisation && office <= chunk.last &&
         is_capital(office) && text_.line->style == Style::Prose && listed(office).governing &&
         listed(match.first).portfolio;
}

// "*Nadia* Fitch": before a capital no body, though its letters may be one's.
bool MentionScan::is_given_name(const NameMatch& match, const Chunk& chunk) const {
  const int next = match.last + 1;
  return match.first == match.last && match.entry->kind == ActorKind::Organisation && next <= chunk.last &&
         text_.line->style == Style::Prose && text_.word(match.first).shape == Shape::Capital &&
         is_capital(next) && tools_.words.is_given_name(text_.key(match.first));
}

// "Naomi *Fitch*": behind a given name no body, whatever it is called elsewhere.
bool MentionScan::is_surname(const NameMatch& match, const Chunk& chunk) const {
  const int given = match.first - 1;
  if (match.first != match.last || match.entry->kind != ActorKind::Organisation || given < chunk.first ||
      !is_capital(given) || tag(given) != Tag::Noun)
    return false;
  const bool flat =
      text_.tree && text_.tree->is(match.first, "flat") && text_.tree->head(match.first) == given;
  return flat || tools_.words.is_given_name(text_.key(given));
}

// "Hydro-*Norway*", "New *Norway*": the end of a longer name, which is not the country's.
bool MentionScan::ends_compound_name(const NameMatch& match, const Chunk& chunk) const {
  const bool is_place = match.entry->kind == ActorKind::Place || match.entry->kind == ActorKind::State;
  const bool hyphenated = match.first > 1 && tag(match.first - 1) == Tag::Hyphen &&
                          text_.word(match.first - 1).glued && text_.word(match.first).glued;
  const int before = match.first - (hyphenated ? 2 : 1);
  if (!is_place || before < chunk.first || match.use != NameUse::Name || !text_.tree) return false;
  const bool begins = hyphenated ? is_capital(before) : text_.key(before) == "new";
  return begins && !is_known(before) && text_.tree->at(before).xpos == "NNP";
}

void MentionScan::group(int c) {
  const Chunk& chunk = text_.chunk(c);
  if (tag(chunk.head) == Tag::Pronoun) return;
  for (const NameMatch& match : matches_)
    if ((match.first >= chunk.first || spans_groups(match)) && match.last >= chunk.first &&
        match.last <= chunk.last && !is_in_company_name(match, chunk) && !is_given_name(match, chunk) &&
        !is_surname(match, chunk) && !is_inside_body_name(match, chunk) &&
        !ends_compound_name(match, chunk) && !is_portfolio(match, chunk))
      gazetteer_name(match, chunk);
  if (text_.line->style == Style::Prose || text_.tree) capital_runs(c);
  if (is_covered(chunk.head)) return;
  const ActorWord& head = listed(chunk.head);
  if (head.group || head.title || looks_like_people(chunk.head)) described(c);
}

}  // namespace

std::string compared(const Shallow& text, int first, int last) {
  std::string out;
  for (int i = first; i <= last; ++i) {
    const Tag tag = text.tag(i).tag;
    if (is_article(text.key(i)) || tag == Tag::Quote) continue;
    const bool glued = text.word(i).glued;
    if (!out.empty() && !glued) out += ' ';
    out += text.key(i);
  }
  return out;
}

std::vector<Mention> find_mentions(const Shallow& text, int line, const std::vector<NameMatch>& names,
                                   const MentionFinder& finder) {
  return MentionScan(text, line, names, finder).run();
}

}  // namespace demarche
