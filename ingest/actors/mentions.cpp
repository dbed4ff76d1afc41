// Gazetteer names come first; then runs of capitalised words, cut behind the last title ("Prime Minister |
// Keir Starmer"); then groups of nouns whose head is a listed body or people, or looks like one.
#include "ingest/actors/mentions.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr int longest_mention = 12;   // words
constexpr int longest_dateline = 12;  // words

bool is_article(std::string_view key) {
  return key == "the" || key == "a" || key == "an";
}

class Finder {
 public:
  Finder(const Shallow& text, int line, const MentionFinder& tools)
      : text_(text), line_(line), tools_(tools) {
    covered_.resize(static_cast<std::size_t>(text.line->size()), false);
  }

  std::vector<Mention> run() {
    matches_ = tools_.names.find(*text_.line);
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
    const Shape shape = text_.word(i).shape;
    return shape == Shape::Capital || shape == Shape::Upper;
  }

  int behind_dateline() const;
  bool is_in_company_name(const NameMatch& match, const Chunk& chunk) const;
  void group(int c);
  void gazetteer_name(const NameMatch& match, const Chunk& chunk);
  void capital_runs(int c);
  int run_end(int first, const Chunk& chunk) const;
  void person_or_thing(int first, int last, const Chunk& chunk);
  void organisation(int first, int last, int c);
  void described(int c);
  void add(Mention mention);

  int title_before(int name_first, int group_first) const;
  bool is_person(int first, int last) const;
  bool looks_like_people(int i) const;
  int of_end(int c) const;
  int with_modifiers(int first, const Chunk& chunk) const;

  const Shallow& text_;
  int line_;
  const MentionFinder& tools_;
  std::vector<NameMatch> matches_;
  std::vector<bool> covered_;  // whether a name covers the word
  std::vector<Mention> found_;
};

void Finder::add(Mention mention) {
  mention.line = line_;
  for (int i = mention.name_first; i <= mention.name_last; ++i) covered_[static_cast<std::size_t>(i)] = true;
  if (mention.key.empty()) mention.key = compared(text_, mention.name_first, mention.name_last);
  found_.push_back(std::move(mention));
}

// The last title before the name, in its group or as "Secretary of | State Colin Powell"; -1 where there is
// none.
int Finder::title_before(int name_first, int group_first) const {
  for (int i = name_first - 1; i >= group_first; --i) {
    if (tag(i) == Tag::Possessive) return -1;
    if (listed(i).title) return i;
  }
  const bool after_of =
      group_first >= 2 && text_.key(group_first - 1) == "of" && listed(group_first - 2).title;
  return after_of && name_first > group_first ? group_first - 2 : -1;
}

bool Finder::is_person(int first, int last) const {
  return last > first && tools_.words.is_given_name(text_.key(first));
}

// "workers", "growers", "unionists": people by their ending.
bool Finder::looks_like_people(int i) const {
  const std::string& key = text_.key(i);
  if (key.size() < 6 || text_.tag(i).facts->verb >= 0) return false;
  return key.ends_with("ers") || key.ends_with("ors") || key.ends_with("ists") || key.ends_with("crats");
}

// The last word of the "of" groups behind a chunk: "the Senate | of | Pakistan".
int Finder::of_end(int c) const {
  const int first = text_.chunk(c).first;
  for (int steps = 0; steps < 2; ++steps) {
    if (!text_.is(c + 1, ChunkKind::Preposition) || text_.head_key(c + 1) != "of") break;
    if (!text_.is(c + 2, ChunkKind::Nouns) || text_.chunk(c + 2).last - first > longest_mention) break;
    c += 2;
  }
  return text_.chunk(c).last;
}

// The first word of the names that stand right before an organisation's: "Russian | State Duma".
int Finder::with_modifiers(int first, const Chunk& chunk) const {
  while (first > chunk.first && is_covered(first - 1) && tag(first - 1) != Tag::Possessive) --first;
  return first;
}

void Finder::gazetteer_name(const NameMatch& match, const Chunk& chunk) {
  Mention mention;
  mention.first = mention.name_first = match.first;
  mention.last = mention.name_last = mention.head = match.last;
  mention.entry = match.entry;
  mention.kind = match.entry->kind;
  mention.key = match.entry->key;
  const bool people_elsewhere = match.use == NameUse::Demonym && match.last != chunk.head;
  if (match.use == NameUse::Adjective || people_elsewhere) mention.form = MentionForm::Adjective;
  if (mention.kind == ActorKind::Person) {
    mention.title_word = title_before(match.first, chunk.first);
    if (mention.title_word >= 0) {
      mention.title = listed(mention.title_word).title;
      mention.first = std::min(chunk.first, mention.title_word);
    }
  }
  if (mention.first == chunk.first + 1 && is_article(text_.key(chunk.first))) mention.first = chunk.first;
  const std::string& end = text_.key(match.last);
  const bool many =
      end.back() == 's' && mention.kind == ActorKind::Organisation && mention.first < match.first;
  mention.plural = match.use == NameUse::Demonym || many;
  add(std::move(mention));
}

// The first chunk behind "BEIRUT (Reuters) -" or "MOSCOW:"; 0 where the sentence begins with neither.
int Finder::behind_dateline() const {
  if (text_.line->sentence->field != Field::Text || text_.line->sentence->start > 0) return 0;
  for (int c = 0; c < text_.size() && text_.chunk(c).first < longest_dateline; ++c) {
    if (text_.is(c, ChunkKind::Verbs)) return 0;
    if (!text_.is(c, ChunkKind::Stop)) continue;
    const std::string& mark = text_.head_key(c);
    const bool is_dash = mark == "-" || mark == "--" || mark == "\u2013" || mark == "\u2014";
    const bool shouts = text_.word(0).shape == Shape::Upper;
    return is_dash || (mark == ":" && shouts && c == 1) ? c + 1 : 0;
  }
  return 0;
}

int Finder::run_end(int first, const Chunk& chunk) const {
  const auto joins = [&](int i) {
    const bool link = tag(i) == Tag::Hyphen || listed(i).particle || text_.key(i) == "&";
    return link && i < chunk.last && is_capital(i + 1);
  };
  int end = first;
  while (end < chunk.last && !is_covered(end + 1) && tag(end + 1) != Tag::Possessive &&
         (is_capital(end + 1) || joins(end + 1) ||
          (listed(end + 1).particle && end + 1 < chunk.last && joins(end + 2))))
    ++end;
  return end;
}

void Finder::capital_runs(int c) {
  const Chunk& chunk = text_.chunk(c);
  for (int i = chunk.first; i <= chunk.last; ++i) {
    if (!is_capital(i) || is_covered(i) || (tag(i) != Tag::Noun && tag(i) != Tag::Adjective)) continue;
    const int end = run_end(i, chunk);
    const ActorWord& last = listed(end);
    const bool names_body = last.ending || (last.group && end == chunk.head);
    const bool describes_head =
        end + 1 == chunk.head && listed(chunk.head).group && !listed(chunk.head).title;
    if (names_body)
      organisation(i, end, c);
    else if (!describes_head)
      person_or_thing(i, end, chunk);
    i = end;
  }
}

void Finder::organisation(int first, int last, int c) {
  const Chunk& chunk = text_.chunk(c);
  Mention mention;
  mention.name_first = with_modifiers(first, chunk);
  mention.first = mention.name_first;
  mention.definite = chunk.first < mention.first && text_.key(chunk.first) == "the";
  if (mention.first == chunk.first + 1 && tag(chunk.first) == Tag::Determiner) mention.first = chunk.first;
  const bool owned = mention.first > chunk.first && tag(mention.first - 1) == Tag::Possessive;
  if (owned) mention.first = mention.name_first = chunk.first;
  mention.last = mention.name_last = last == chunk.last ? of_end(c) : last;
  mention.head = last;
  mention.kind = ActorKind::Organisation;
  mention.plural = listed(last).plural;
  mention.form = mention.name_first == mention.name_last ? MentionForm::Described : MentionForm::Name;
  add(std::move(mention));
}

// A run of capitalised words that is in no gazetteer and ends like no organisation.
void Finder::person_or_thing(int first, int last, const Chunk& chunk) {
  int begin = first;
  for (int i = first; i <= last; ++i)
    if (listed(i).title) begin = i + 1;
  if (begin > last) return;
  const std::string& only = text_.key(begin);
  const bool opens = begin == 0 && last == 0 && text_.word(0).shape == Shape::Capital;
  const bool before_of = text_.line->size() > 1 && text_.key(1) == "of";
  if (opens && (only.ends_with("ly") || (chunk.last > 0 && tag(1) == Tag::Noun) || before_of))
    return;  // "Bailout plan", "Recently"
  Mention mention;
  mention.first = mention.name_first = begin;
  mention.last = mention.name_last = mention.head = last;
  mention.title_word = title_before(begin, chunk.first);
  if (mention.title_word >= 0) {
    mention.title = listed(mention.title_word).title;
    mention.first = std::min(chunk.first, mention.title_word);
  }
  if (mention.first == chunk.first + 1 && is_article(text_.key(chunk.first))) mention.first = chunk.first;
  mention.kind = mention.title || is_person(begin, last) ? ActorKind::Person : ActorKind::Unknown;
  add(std::move(mention));
}

void Finder::described(int c) {
  const Chunk& chunk = text_.chunk(c);
  const ActorWord& word = listed(chunk.head);
  Mention mention;
  mention.form = MentionForm::Described;
  mention.head = chunk.head;
  mention.first = chunk.first;
  mention.last = chunk.last == chunk.head ? of_end(c) : chunk.head;
  mention.title = word.title;
  mention.title_word = word.title ? chunk.head : -1;
  mention.plural = word.plural || looks_like_people(chunk.head);
  mention.unnamed = word.group == GroupKind::Unnamed;
  mention.kind = mention.plural ? ActorKind::Group : word.group ? ActorKind::Organisation : ActorKind::Person;
  const Tag opening = tag(chunk.first);
  mention.definite =
      opening == Tag::Determiner && text_.key(chunk.first) != "a" && text_.key(chunk.first) != "an";
  mention.key = compared(text_, mention.first, mention.last);
  mention.name_first = mention.name_last = chunk.head;  // the words before it may be names of their own
  add(std::move(mention));
}

// "*America* Freight Ltd": a run of capitals around the name that ends as companies do.
bool Finder::is_in_company_name(const NameMatch& match, const Chunk& chunk) const {
  if (text_.line->style != Style::Prose) return false;
  int end = match.last;
  while (end < chunk.last && is_capital(end + 1) && tag(end + 1) == Tag::Noun) ++end;
  return end > match.last && listed(end).legal;
}

void Finder::group(int c) {
  const Chunk& chunk = text_.chunk(c);
  if (tag(chunk.head) == Tag::Pronoun) return;
  for (const NameMatch& match : matches_)
    if (match.first >= chunk.first && match.last <= chunk.last && !is_in_company_name(match, chunk))
      gazetteer_name(match, chunk);
  if (text_.line->style == Style::Prose) capital_runs(c);
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

std::vector<Mention> find_mentions(const Shallow& text, int line, const MentionFinder& finder) {
  return Finder(text, line, finder).run();
}

}  // namespace demarche
