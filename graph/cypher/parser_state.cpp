// Tokens, and what could have stood where none fits: each attempt to take a token is remembered until one is
// taken.
#include "graph/cypher/parser_state.h"

#include <fmt/format.h>

#include <algorithm>

namespace demarche::cypher {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool alike(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::vector<std::size_t> match_brackets(const std::vector<Token>& tokens) {
  std::vector<std::size_t> closing(tokens.size(), tokens.size() - 1), open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::Sign) continue;
    const std::string& sign = tokens[i].text;
    if (sign == "(" || sign == "[" || sign == "{") open.push_back(i);
    if ((sign == ")" || sign == "]" || sign == "}") && !open.empty()) {
      closing[open.back()] = i;
      open.pop_back();
    }
  }
  return closing;
}

}  // namespace

Parser::Parser(std::string_view text, Writing writing)
    : text_(text), writing_(writing), tokens_(tokens_of(text)), closing_(match_brackets(tokens_)) {}

const Token& Parser::token(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

bool Parser::at_sign(std::string_view sign, std::size_t ahead) const {
  return token(ahead).kind == TokenKind::Sign && token(ahead).text == sign;
}

bool Parser::at_word(std::string_view word, std::size_t ahead) const {
  return token(ahead).kind == TokenKind::Name && alike(token(ahead).text, word);
}

bool Parser::at_name() const {
  return token().kind == TokenKind::Name || token().kind == TokenKind::QuotedName;
}

void Parser::note(std::string_view could_stand) {
  if (std::find(could_stand_.begin(), could_stand_.end(), could_stand) == could_stand_.end())
    could_stand_.emplace_back(could_stand);
}

void Parser::advance() {
  at_ = std::min(at_ + 1, tokens_.size() - 1);
  could_stand_.clear();
}

bool Parser::take_sign(std::string_view sign) {
  note(sign);
  if (!at_sign(sign)) return false;
  advance();
  return true;
}

bool Parser::take_word(std::string_view word) {
  note(word);
  if (!at_word(word)) return false;
  advance();
  return true;
}

bool Parser::take_words(std::string_view first, std::string_view second) {
  note(fmt::format("{} {}", first, second));
  if (!at_word(first) || !at_word(second, 1)) return false;
  advance();
  advance();
  return true;
}

void Parser::want_sign(std::string_view sign) {
  if (!take_sign(sign)) fail_here();
}

void Parser::want_word(std::string_view word) {
  if (!take_word(word)) fail_here();
}

std::string Parser::want_name(std::string_view what) {
  note(what);
  if (!at_name()) fail_here();
  std::string name = token().text;
  advance();
  return name;
}

void Parser::fail_here(std::string detail) {
  const Token& here = token();
  const std::string what =
      here.kind == TokenKind::End
          ? "the query ends too early"
          : fmt::format("'{}' cannot stand here",
                        text_.substr(here.place.start, here.place.end - here.place.start));
  Place place = here.place;
  if (here.kind == TokenKind::End) place.end = place.start + 1;
  fail_syntax(std::move(detail), what, place, could_stand_);
}

std::size_t Parser::closing(std::size_t opening) const {
  return closing_[std::min(opening, closing_.size() - 1)];
}

Place Parser::since(std::size_t first) const {
  return {tokens_[first].place.start, at_ == 0 ? 0 : tokens_[at_ - 1].place.end};
}

std::string Parser::written(const Place& place) const {
  return std::string(text_.substr(place.start, place.end - place.start));
}

}  // namespace demarche::cypher
