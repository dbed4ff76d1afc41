#include "ingest/actors/tree_mends.h"

#include <string_view>
#include <vector>

namespace demarche {
namespace {

class TreeMender {
 public:
  TreeMender(Sentence& sentence, const Line& line, const ActorWords& words)
      : tokens_(sentence.tokens), line_(line), words_(words) {}

  void run() {
    front_object();
    for (int i = 1; i < line_.size(); ++i) {
      read_verb(i);
      lift_verb(i);
      free_answer(i);
      describe_by_participle(i);
      if (at(i).deprel == "conj") part_description(i);
      if (at(i).upos != "CCONJ" || at(i).deprel != "cc" || key(i) != "and" || i + 1 >= line_.size()) continue;
      const int joined = at(i).head;
      if (joined < i || at(joined).deprel != "conj") continue;
      part_names(i) || join_fields(i) || join_wares(i) || join_past_aside(i) || join_past_relative(i) ||
          join_owned(i);
    }
  }

 private:
  Token& at(int i) { return tokens_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Token& at(int i) const { return tokens_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const std::string& key(int i) const { return line_.words[static_cast<std::size_t>(i)].key; }
  [[nodiscard]] bool is_comma(int i) const { return i >= 0 && i < line_.size() && key(i) == ","; }
  [[nodiscard]] bool is_capital(int i) const {
    return i >= 0 && i < line_.size() && line_.words[static_cast<std::size_t>(i)].shape == Shape::Capital;
  }
  [[nodiscard]] int first_below(int head, std::string_view relation) const;
  [[nodiscard]] bool is_inside(int word, int head) const;
  void hang(int word, int head, std::string_view relation) {
    at(word).head = head;
    at(word).deprel = relation;
  }

  void front_object();
  void read_verb(int word);
  void lift_verb(int word);
  void free_answer(int word);
  void describe_by_participle(int word);
  void part_description(int word);
  bool part_names(int cc);
  bool join_fields(int cc);
  bool join_wares(int cc);
  bool join_past_aside(int cc);
  bool join_past_relative(int cc);
  bool join_owned(int cc);

  std::vector<Token>& tokens_;
  const Line& line_;
  const ActorWords& words_;
};

// "voted against the scheme, *put* forward by Alder": it tells of the scheme, and is nothing that they do.
void TreeMender::describe_by_participle(int word) {
  const bool hangs = at(word).xpos == "VBN" && at(word).deprel == "conj" && is_comma(word - 1) && word > 2;
  const int noun = word - 2;
  if (!hangs || at(noun).upos != "NOUN" || at(word).head > noun || is_inside(at(word).head, noun)) return;
  if (first_below(word, "obl:agent") < word || first_below(word, "cc") >= 0) return;
  if (first_below(word, "aux:pass") >= 0 || first_below(word, "nsubj:pass") >= 0) return;
  hang(word, noun, "acl");
}

// "says *no* to truce plan", where the parser takes the answer for the plan's article.
void TreeMender::free_answer(int word) {
  const int noun = at(word).head, verb = noun < 0 ? -1 : at(noun).head;
  const bool answers =
      verb >= 0 && verb < word && at(verb).lemma == "say" && is_one_of(key(word), {"no", "yes"});
  if (!answers || at(word).deprel != "det" || word + 1 >= noun || key(word + 1) != "to") return;
  hang(word, verb, "ccomp");
  hang(noun, word, "nmod");
  at(word).upos = "INTJ";
  at(word).xpos = "UH";
}

// -1 for none.
int TreeMender::first_below(int head, std::string_view relation) const {
  for (int i = 0; i < line_.size(); ++i)
    if (at(i).head == head && at(i).deprel == relation) return i;
  return -1;
}

bool TreeMender::is_inside(int word, int head) const {
  for (int steps = 0; word >= 0 && steps < line_.size(); ++steps, word = at(word).head)
    if (word == head) return true;
  return false;
}

// "*This* Norland cannot accept": what is acted on, as names have no "this" before them.
void TreeMender::front_object() {
  if (line_.size() < 3 || !is_one_of(key(0), {"this", "that"}) || at(0).deprel != "det") return;
  const int name = at(0).head;
  const int verb = name > 0 && at(name).deprel == "nsubj" ? at(name).head : -1;
  const bool lacks = verb > name && at(verb).upos == "VERB" && first_below(verb, "obj") < 0;
  if (!lacks || at(name).upos != "PROPN") return;
  hang(0, verb, "obj");
  at(0).upos = "PRON";
}

// "The panel on Thursday *advanced* legislation": a participle before a noun has no subject, a verb has.
void TreeMender::lift_verb(int word) {
  const int noun = at(word).head;
  const bool describes = at(word).deprel == "amod" && noun > word && key(word).ends_with("ed");
  const int subject = describes ? first_below(word, "nsubj") : -1;
  if (subject < 0 || subject > word) return;
  hang(word, at(noun).head, at(noun).deprel);
  hang(noun, word, "obj");
  at(word).upos = "VERB";
  at(word).xpos = "VBD";
}

// "Growers *back* the bill": an adverb neither has a subject nor acts on anything.
void TreeMender::read_verb(int word) {
  const bool is_adverb = at(word).upos == "ADV" || at(word).xpos == "RB";
  if (!is_adverb || first_below(word, "nsubj") < 0 || first_below(word, "obj") < 0) return;
  at(word).upos = "VERB";
  at(word).xpos = "VBP";
}

// "Alder, *a fund* with 6 percent, and Birch": what the first is, and no third. "Alder and its creditor,
// *Pine Bank*, agreed": who the creditor is.
void TreeMender::part_description(int word) {
  const int first = at(word).head;
  if (first < 0 || first > word || first_below(word, "cc") >= 0) return;
  const int article = first_below(word, "det");
  const bool is_one = article > first && is_one_of(key(article), {"a", "an"}) && is_comma(article - 1);
  if (is_one && at(word).upos == "NOUN" && at(first).upos == "PROPN") return hang(word, first, "appos");
  if (at(word).upos != "PROPN" || !is_comma(word + 1)) return;
  int before = word;
  while (before - 1 > first && is_capital(before - 1)) --before;
  const int described = before - 2;
  const bool joined = is_comma(before - 1) && described > first && at(described).upos == "NOUN" &&
                      at(described).head == first && at(described).deprel == "conj" &&
                      first_below(described, "cc") >= 0 && first_below(described, "nmod:poss") >= 0;
  if (joined) hang(word, described, "appos");
}

// "Alder Freight *and* Pine Shipping Group": two, of which the tree makes one with a list inside. Names of
// one body have less behind the "and" ("Securities and Exchange Commission"), an article, or its members.
bool TreeMender::part_names(int cc) {
  const int second = at(cc).head, first = at(second).head;
  const int head = first < 0 ? -1 : at(first).head;
  const bool one = second == cc + 1 && first < cc && head > second && at(first).deprel == "compound" &&
                   is_capital(head) && head >= cc + 3;
  if (!one || line_.style != Style::Prose) return false;
  const ActorWord& end = words_.find(key(head));
  const bool singular = head + 1 < line_.size() && at(head + 1).xpos == "VBZ";
  if (!(end.legal || is_one_of(key(head), {"group", "holdings", "industries"})) || singular) return false;
  for (int i = second; i < head; ++i)
    if (!is_capital(i) || at(i).upos != "PROPN") return false;
  int begin = cc;
  while (is_capital(begin - 1) && at(begin - 1).upos == "PROPN") --begin;
  if (cc - begin < 2 || (begin > 0 && at(begin - 1).upos == "DET")) return false;
  const int last = cc - 1;
  hang(last, at(head).head, at(head).deprel);
  hang(head, last, "conj");
  hang(cc, head, "cc");
  for (int i = begin; i < last; ++i) hang(i, last, "compound");
  for (int i = second; i < head; ++i) hang(i, head, "compound");
  return true;
}

// "the Ministry of Post *and* Telecommunications": a second field of the ministry, and no second actor.
bool TreeMender::join_fields(int cc) {
  const int second = at(cc).head, body = at(second).head, field = cc - 1;
  const bool next = second == cc + 1 && body >= 0 && at(field).head == body && at(field).deprel == "nmod" &&
                    field >= 2 && key(field - 1) == "of";
  if (!next || !words_.find(key(body)).fielded) return false;
  const ActorWord& word = words_.find(key(second));
  if (is_capital(field) != is_capital(second) || first_below(second, "det") >= 0) return false;
  if (!is_capital(second) && (word.group || word.title)) return false;  // "of health and *unions*"
  hang(second, field, "conj");
  return true;
}

// "a leading barley *and* malt producer": one, though the tree joins the producer to the barley or to whom
// it describes.
bool TreeMender::join_wares(int cc) {
  const int noun = at(cc).head, first = at(noun).head, ware = cc - 1;
  const int article = first_below(noun, "det");
  if (article < 0 || article >= ware || noun < cc + 2 || at(ware).upos != "NOUN") return false;
  for (int i = cc + 1; i < noun; ++i)
    if (at(i).head != noun || at(i).deprel != "compound") return false;
  const bool described = first < article && is_comma(article - 1);
  if (first != ware && !described) return false;
  if (first == ware)
    hang(noun, at(ware).head, at(ware).deprel);
  else
    hang(noun, first, "appos");
  hang(ware, noun, "compound");
  hang(cc + 1, ware, "conj");
  hang(cc, cc + 1, "cc");
  return true;
}

// "The trustees of the museum *and* its staff agreed": joined to those who act, not to the museum.
bool TreeMender::join_owned(int cc) {
  const int second = at(cc).head, inner = at(second).head;
  const bool owned = is_one_of(key(cc + 1), {"its", "their", "his", "her"});
  if (!owned || inner < 2 || inner > cc || at(inner).deprel != "nmod") return false;
  const int of = first_below(inner, "case"), acting = at(inner).head;
  const bool acts = acting >= 0 && acting < inner && at(acting).deprel == "nsubj";
  if (!acts || of < 0 || key(of) != "of") return false;
  hang(second, acting, "conj");
  return true;
}

// "Alder, a fund with 6 percent, *and* Birch": joined to the name and not to what stands in the aside.
bool TreeMender::join_past_aside(int cc) {
  const int second = at(cc).head, inner = at(second).head;
  if (!is_comma(cc - 1) || at(second).upos != "PROPN" || inner < 0 || inner > cc) return false;
  for (int i = inner + 1; i < cc; ++i)
    if (at(i).head == inner && at(i).deprel == "conj") return false;  // "a union of Ash, Elm, *and* Oak"
  int aside = inner;
  while (aside >= 0 && !at(aside).deprel.starts_with("appos") && !at(aside).deprel.starts_with("acl"))
    aside = at(aside).head;
  const int name = aside < 0 ? -1 : at(aside).head;
  if (name < 0 || name > aside || at(name).upos != "PROPN") return false;
  int open = aside;
  while (open > name + 1 && is_inside(open - 1, aside) && !is_comma(open)) --open;
  if (!is_comma(open) && !is_comma(open - 1)) return false;
  hang(second, name, "conj");
  return true;
}

// "The council regrets the silence of the firm, which has had the text since May, *and* calls on it to
// answer": what stands behind the comma that closes a relative clause is joined to the verb before that
// clause.
bool TreeMender::join_past_relative(int cc) {
  const int second = at(cc).head, inner = at(second).head;
  const bool closes = is_comma(cc - 1) && inner >= 0 && inner < cc && at(inner).deprel == "acl:relcl" &&
                      second == cc + 1 && first_below(second, "nsubj") < 0;
  int subject = closes ? first_below(inner, "nsubj") : -1;
  if (subject < 0) subject = closes ? first_below(inner, "nsubj:pass") : -1;
  if (subject < 0 || !is_comma(subject - 1) || !is_one_of(key(subject), {"which", "who"})) return false;
  int main = at(inner).head;
  while (main >= 0 && !at(main).xpos.starts_with("VB")) main = at(main).head;
  const bool alike = main >= 0 && main < subject && at(main).xpos == at(second).xpos &&
                     is_one_of(at(second).xpos, {"VBZ", "VBP", "VBD"}) && at(inner).xpos != at(second).xpos;
  if (alike) hang(second, main, "conj");
  return alike;
}

}  // namespace

void mend_tree(Sentence& sentence, const Line& line, const ActorWords& words) {
  TreeMender(sentence, line, words).run();
}

}  // namespace demarche
