#include "ingest/stances/speakers.h"

namespace demarche {

bool SpeakerReader::reports(int predicate) const {
  const Chunk& verbs = text_.chunk(clauses_.at(predicate).chunk);
  return verbs.verb >= 0 && !verbs.passive && text_.tag(verbs.head).facts->is(WordClass::Report);
}

int SpeakerReader::named(const std::vector<int>& groups) const {
  if (groups.empty()) return -1;
  const auto members = cast_.members_at(line_, groups.front());
  if (members.empty()) return -1;
  const int mention = cast_.mention_at(line_, text_.chunk(groups.front()).head);
  const bool unnamed = mention >= 0 && cast_.mentions()[static_cast<std::size_t>(mention)].unnamed;
  return unnamed ? -1 : members.front();
}

// The nearest verb of saying to the left whose clause is still open.
int SpeakerReader::before(int chunk) const {
  for (int p = static_cast<int>(clauses_.predicates().size()) - 1; p >= 0; --p) {
    const Predicate& predicate = clauses_.at(p);
    if (predicate.chunk >= chunk || !reports(p) || predicate.hangs == Hangs::Relative) continue;
    bool closed = false;
    for (int c = predicate.chunk + 1; c < chunk; ++c) closed |= text_.is(c, ChunkKind::Stop);
    if (closed) return -1;
    return named(predicate.subjects);
  }
  return -1;
}

// ", the Kremlin said" or ", said the Kremlin" at the end.
int SpeakerReader::behind(int chunk) const {
  for (int p = static_cast<int>(clauses_.predicates().size()) - 1; p >= 0; --p) {
    const Predicate& predicate = clauses_.at(p);
    if (predicate.chunk <= chunk) break;
    if (!reports(p)) continue;
    const auto& groups = predicate.subjects.empty() ? predicate.objects : predicate.subjects;
    if (groups.empty()) continue;
    const int opening = std::min(groups.front(), predicate.chunk) - 1;
    if (text_.is(opening, ChunkKind::Comma) || text_.is(opening, ChunkKind::Quote)) {
      const bool inverted = groups.front() > predicate.chunk && predicate.subjects.empty();
      if (inverted || groups.front() < predicate.chunk) return named(groups);
    }
  }
  return -1;
}

int SpeakerReader::according() const {
  for (int c = 0; c + 2 < text_.size(); ++c)
    if (text_.head_key(c) == "according" && text_.head_key(c + 1) == "to" &&
        text_.is(c + 2, ChunkKind::Nouns)) {
      if (const int member = named({c + 2}); member >= 0) return member;
      for (const Oblique& more : clauses_.modifiers(c + 2))
        if (text_.key(more.preposition) == "by" || text_.key(more.preposition) == "from")
          if (const int member = named({more.chunk}); member >= 0) return member;
    }
  return -1;
}

int SpeakerReader::of(int chunk) const {
  if (const int member = before(chunk); member >= 0) return member;
  if (const int member = behind(chunk); member >= 0) return member;
  return according();
}

}  // namespace demarche
