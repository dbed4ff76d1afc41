#include "ingest/stances/matter_groups.h"

#include <algorithm>
#include <iterator>

namespace demarche {
namespace {

// Whether the noun tells of an act by somebody on what is named behind its "of"; "no question of it" does
// not.
bool tells_of_act(const Acts& acts, const std::string& noun) {
  const auto& entries = acts.of(ActKind::Noun, noun);
  return std::any_of(entries.begin(), entries.end(), [](const ActEntry& act) {
    return act.particle.empty() && act.actor.front().kind != RoleKind::Speaker &&
           std::any_of(act.proposal.begin(), act.proposal.end(), [](const Role& role) {
             return role.kind == RoleKind::Modifier && role.preposition == "of";
           });
  });
}

// The last word of the matter inside a group; -1 where it has none.
int matter_in(const Shallow& text, const Chunk& group, const Acts& acts, const ProposalWords& proposals) {
  const Token& noun = text.tree->at(group.head);
  const bool is_act = noun.upos == "NOUN" && !proposals.find(text, group.head) &&
                      tells_of_act(acts, noun.lemma.empty() ? text.key(group.head) : noun.lemma);
  if (!is_act) return -1;
  const int mark = text.possessive_mark(group.first, group.head);
  const int matter = mark > 0 ? mark - 1 : group.head - 1;
  if (matter < group.first || text.tree->at(matter).upos != "NOUN") return -1;
  const ProposalNoun* known = proposals.find(text, matter);
  const bool is_proposal = known && known->family != Family::Talks && (mark > 0 || !known->weak);
  return is_proposal && text.tree->head(matter) == group.head ? matter : -1;
}

}  // namespace

void part_matters(Shallow& text, const Acts& acts, const ProposalWords& proposals) {
  if (!text.tree) return;
  std::vector<Chunk> parted;
  for (const Chunk& group : text.chunks) {
    const int matter = group.kind == ChunkKind::Nouns ? matter_in(text, group, acts, proposals) : -1;
    if (matter < 0) {
      parted.push_back(group);
      continue;
    }
    Chunk before = group, behind = group;
    before.head = before.last = matter;
    text.tree->part(before.first, matter);
    behind.first = matter + 1;
    parted.push_back(before);
    if (text.bears_mark(matter)) {
      Chunk mark;
      mark.kind = ChunkKind::Adverb;
      mark.first = mark.last = mark.head = behind.first++;
      parted.push_back(mark);
    }
    parted.push_back(behind);
  }
  if (parted.size() == text.chunks.size()) return;
  text.chunks = std::move(parted);
  for (int c = 0; c < text.size(); ++c)
    for (int i = text.chunk(c).first; i <= text.chunk(c).last; ++i)
      text.chunk_of[static_cast<std::size_t>(i)] = c;
}

int matter_before(const Shallow& text, int chunk) {
  if (!text.tree) return -1;
  const int mark = text.chunk(chunk).first - 1;
  const bool owned = mark > 0 && text.tag(mark).tag == Tag::Possessive;
  const int before = owned ? chunk - 2 : chunk - 1;
  if (!text.is(before, ChunkKind::Nouns)) return -1;
  const int noun = text.chunk(before).head;
  const bool inside =
      text.tree->is_any(noun, {"nmod", "compound"}) && text.tree->head(noun) == text.chunk(chunk).head;
  return inside && (owned || text.chunk(before).last + 1 == text.chunk(chunk).first) ? before : -1;
}

}  // namespace demarche
