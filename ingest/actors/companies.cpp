// A word that the description shares with a company's name ties the two. So does a country or town, where the
// text puts the company there, or has spoken of one company only.
#include "ingest/actors/companies.h"

#include <algorithm>

namespace demarche {
namespace {

class Describer {
 public:
  Describer(const std::vector<Shallow>& texts, const Cast& cast, const Mention& found)
      : texts_(texts), cast_(cast), found_(found), place_(place_named()) {}

  [[nodiscard]] int run() const {
    std::vector<int> known, fitting;
    for (int member = 0; member < static_cast<int>(cast_.members().size()); ++member) {
      if (!is_company_before(member)) continue;
      known.push_back(member);
      if (shares_word(member) || (place_ && is_from(member, *place_))) fitting.push_back(member);
    }
    if (fitting.size() == 1) return fitting.front();
    return fitting.empty() && known.size() == 1 && (place_ || names_town()) ? known.front() : -1;
  }

 private:
  [[nodiscard]] const Shallow& text(int line) const { return texts_[static_cast<std::size_t>(line)]; }
  [[nodiscard]] const Mention& mention(int m) const { return cast_.mentions()[static_cast<std::size_t>(m)]; }
  [[nodiscard]] const CastMember& member(int m) const { return cast_.members()[static_cast<std::size_t>(m)]; }

  [[nodiscard]] const GazetteerEntry* place_named() const;
  [[nodiscard]] bool names_town() const;
  [[nodiscard]] bool is_company_before(int member) const;
  [[nodiscard]] bool shares_word(int member) const;
  [[nodiscard]] bool is_from(int member, const GazetteerEntry& place) const;

  const std::vector<Shallow>& texts_;
  const Cast& cast_;
  const Mention& found_;
  const GazetteerEntry* place_;
};

const GazetteerEntry* Describer::place_named() const {
  for (int m : cast_.mentions_in(found_.line))
    if (mention(m).entry && mention(m).first >= found_.first && mention(m).last < found_.head)
      return mention(m).entry;
  return nullptr;
}

// "Holm-based", "Holm-listed".
bool Describer::names_town() const {
  for (int i = found_.first + 2; i < found_.head; ++i)
    if (text(found_.line).tag(i - 1).tag == Tag::Hyphen &&
        is_one_of(text(found_.line).key(i), {"based", "listed"}))
      return true;
  return false;
}

bool Describer::is_company_before(int m) const {
  const CastMember& named = member(m);
  const bool may_be = named.kind == ActorKind::Organisation || named.kind == ActorKind::Unknown;
  if (!may_be || !cast_.may_be_firm(m)) return false;
  return std::any_of(named.mentions.begin(), named.mentions.end(), [this](int at) {
    return mention(at).form == MentionForm::Name && mention(at).line <= found_.line;
  });
}

bool Describer::shares_word(int m) const {
  const Shallow& here = text(found_.line);
  for (int i = found_.first; i < found_.head; ++i) {
    if (here.tag(i).tag != Tag::Noun || here.word(i).shape != Shape::Lower) continue;
    for (int at : member(m).mentions)
      for (int j = mention(at).name_first; j <= mention(at).name_last; ++j)
        if (mention(at).form == MentionForm::Name && text(mention(at).line).key(j) == here.key(i))
          return true;
  }
  return false;
}

// "Norway's Alder Motors", "Alder Motors of Norway", "Alder Motors, based in Oslo".
bool Describer::is_from(int m, const GazetteerEntry& place) const {
  constexpr int nearby = 4;  // words: ", based in Oslo"
  const auto is_there = [&place](const GazetteerEntry& entry) {
    return &entry == &place ||
           std::any_of(entry.affiliations.begin(), entry.affiliations.end(),
                       [&place](const Affiliation& link) { return link.to == place.key; });
  };
  for (int at : member(m).mentions)
    for (int beside : cast_.mentions_in(mention(at).line)) {
      const Mention& name = mention(at);
      const Mention& other = mention(beside);
      if (!other.entry || !is_there(*other.entry) || name.form != MentionForm::Name) continue;
      const int between = name.name_first - other.last - 1;
      const bool owns = between == 1 && text(name.line).bears_mark(other.last);
      const bool before = between == 0 || owns;
      const bool behind = other.first > name.name_last && other.first - name.name_last <= nearby &&
                          text(name.line).tag(other.first - 1).tag == Tag::Preposition;
      if (before || behind) return true;
    }
  return false;
}

}  // namespace

int company_described(const std::vector<Shallow>& texts, const Cast& cast, const Mention& found) {
  const bool by_article =
      found.definite && texts[static_cast<std::size_t>(found.line)].key(found.first) == "the";
  return by_article && !found.plural ? Describer(texts, cast, found).run() : -1;
}

}  // namespace demarche
