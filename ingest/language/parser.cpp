// Sentences are sorted by length and encoded in batches. From each word's encoding come its tags and four
// views: as the dependent and the head of an arc, and the same for its label. An arc's score joins two views
// (and adds how far apart the words are); the best tree over all arcs gives the heads, and each chosen arc
// its best label.
#include "ingest/language/parser.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <utility>

#include "ingest/language/arborescence.h"
#include "ingest/language/casing.h"
#include "ingest/language/distance.h"
#include "ingest/language/word_cache.h"

namespace demarche {
namespace {

constexpr std::size_t longest_piece = 250;  // tokens
constexpr std::size_t most_rows = 2048;     // words in a batch
constexpr std::size_t most_pieces = 64;     // in a batch
constexpr int joined_shift = 8;             // of a dependent's view joined with the arc matrix
constexpr int arc_shift = activation_shift + joined_shift;
constexpr std::string_view piece_label = "parataxis";
constexpr std::string_view root_label = "root";

std::int16_t activation(std::int32_t sum, int shift) {
  const std::int32_t half = shift == 0 ? 0 : 1 << (shift - 1);
  return static_cast<std::int16_t>(std::clamp<std::int32_t>((sum + half) >> shift, -32767, 32767));
}

std::size_t best(std::span<const std::int32_t> scores) {
  return static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
}

std::size_t rows_up(std::size_t count) {
  return (count + rows_at_once - 1) / rows_at_once * rows_at_once;
}

}  // namespace

// A sentence, or a part of one that is too long.
struct Parser::Piece {
  Sentence* sent = nullptr;
  std::size_t first = 0;
  std::size_t size = 0;  // tokens; one row more, for the root in front

  [[nodiscard]] Token& token(std::size_t row) const { return sent->tokens[first + row - 1]; }
};

// Rows that follow each other.
struct Parser::Stretch {
  std::size_t first = 0;
  std::size_t size = 0;
};

struct Parser::Room {
  // A word that is read anew, and where its numbers are kept, if there is room in the cache.
  struct Fresh {
    std::int32_t* in_cache = nullptr;
    std::size_t row = 0;
  };

  WordCache cache;
  std::vector<Fresh> fresh;
  std::vector<std::int32_t> words;  // the numbers of those
  EncoderRoom encoder;
  Packing packing;
  std::vector<std::size_t> lengths;
  std::vector<std::int16_t> in;
  std::vector<std::int32_t> sums;                  // of the product just made
  std::vector<std::int32_t> tags;                  // their scores
  std::vector<std::int16_t> dependents, heads;     // views of arcs
  std::vector<std::int16_t> of_labels, to_labels;  // views of labels: of the dependent, of the head
  std::vector<std::int16_t> joined;                // dependents joined with the arc matrix
  std::vector<std::int32_t> distances, head_distances;
  std::vector<std::int16_t> of_sentence, to_sentence;  // the rows of one sentence, one behind the other
  std::vector<std::int32_t> arc_sums;
  std::vector<std::int64_t> arcs;
  std::vector<int> found;  // heads of one sentence
  TreeRoom tree;
  std::vector<std::size_t> chosen_buckets;
  std::vector<std::size_t> chosen;  // the row of each row's head
  std::vector<Piece> pieces;
};

void Parser::FreeRoom::operator()(Room* room) const {
  delete room;
}

Parser::RoomOwner Parser::make_room() const {
  return RoomOwner(new Room);
}

Result<Parser> Parser::load(const ModelFile& file) {
  Parser parser;
  auto words = WordVectors::load(file);
  if (!words) return tl::make_unexpected(words.error());
  parser.words_ = std::move(*words);
  auto encoder = Encoder::load(file, parser.words_.size());
  if (!encoder) return tl::make_unexpected(encoder.error());
  parser.encoder_ = std::move(*encoder);

  if (auto loaded = parser.load_byte_matrices(file); !loaded) return tl::make_unexpected(loaded.error());
  if (auto loaded = parser.load_matrices(file); !loaded) return tl::make_unexpected(loaded.error());
  if (!file.section("label_distance").empty()) {
    const auto numbers = file.numbers<std::int16_t>("label_distance");
    if (!numbers) return tl::make_unexpected(numbers.error());
    parser.label_distance_ = *numbers;
  }
  struct Names {
    const char* name;
    StringTable Parser::*table;
  };
  for (const auto& [name, table] : {Names{"xpos", &Parser::xpos_names_}, Names{"upos", &Parser::upos_names_},
                                    Names{"deprels", &Parser::label_names_}}) {
    const auto loaded = StringTable::load(file, name);
    if (!loaded) return tl::make_unexpected(loaded.error());
    parser.*table = *loaded;
  }
  return std::move(parser).check_sizes(file);
}

Result<void> Parser::load_byte_matrices(const ModelFile& file) {
  struct Part {
    const char* name;
    ByteMatrix Parser::*matrix;
    RowScales Parser::*scales;
  };
  for (const auto& [name, matrix, scales] : {Part{"tags", &Parser::tags_, &Parser::tag_scales_},
                                             Part{"views", &Parser::views_, &Parser::view_scales_}}) {
    auto loaded = ByteMatrix::load(file, name);
    if (!loaded) return tl::make_unexpected(loaded.error());
    this->*matrix = *loaded;
    auto loaded_scales = RowScales::load(file, name, loaded->rows, activation_bits);
    if (!loaded_scales) return tl::make_unexpected(loaded_scales.error());
    this->*scales = *loaded_scales;
  }
  return {};
}

Result<void> Parser::load_matrices(const ModelFile& file) {
  struct Part {
    const char* name;
    Matrix Parser::*matrix;
    Presence presence;
  };
  for (const auto& [name, matrix, presence] :
       {Part{"arcs", &Parser::arcs_, Presence::Required},
        Part{"labels", &Parser::labels_, Presence::Required},
        Part{"distance", &Parser::distance_, Presence::Optional},
        Part{"head_distance", &Parser::head_distance_, Presence::Optional}}) {
    if (presence == Presence::Optional && file.section(name).empty()) continue;
    auto loaded = Matrix::load(file, name);
    if (!loaded) return tl::make_unexpected(loaded.error());
    if (loaded->shift < joined_shift || loaded->bias.empty()) return file.bad_section(name);
    this->*matrix = *loaded;
  }
  return {};
}

Result<Parser> Parser::check_sizes(const ModelFile& file) && {
  arc_size_ = arcs_.columns;
  label_size_ = labels_.columns;
  const auto fits_distances = [&](const Matrix& matrix) {
    return matrix.rows == 0 || (matrix.rows >= bucket_count && matrix.columns == arc_size_);
  };
  const bool fits =
      tags_.columns == encoder_.output_size() && views_.columns == tags_.columns &&
      views_.rows == rounded_up(2 * arc_size_ + 2 * label_size_, block_rows) &&
      arcs_.rows == rows_up(arc_size_) && tags_.rows >= xpos_names_.size() + upos_names_.size() &&
      labels_.rows >= label_names_.size() && fits_distances(distance_) && fits_distances(head_distance_) &&
      (label_distance_.empty() || label_distance_.size() == bucket_count * label_size_);
  if (!fits) return file.bad_section("views");
  if (xpos_names_.size() == 0 || upos_names_.size() == 0) return file.bad_section("xpos");
  const auto root = label_names_.find(root_label);
  if (!root || label_names_.size() < 2) return file.bad_section("deprels");
  root_label_id_ = *root;
  return std::move(*this);
}

void Parser::parse(std::span<Sentence> sentences, Room& room) const {
  std::vector<Sentence*> pointers;
  pointers.reserve(sentences.size());
  for (auto& sent : sentences) pointers.push_back(&sent);
  parse(pointers, room);
}

void Parser::parse(std::span<Sentence* const> sentences, Room& room) const {
  room.pieces.clear();
  for (Sentence* sent : sentences)
    for (std::size_t first = 0; first < sent->tokens.size(); first += longest_piece)
      room.pieces.push_back({sent, first, std::min(longest_piece, sent->tokens.size() - first)});
  std::ranges::stable_sort(room.pieces, std::ranges::greater(), &Piece::size);

  const std::span<Piece> all(room.pieces);
  for (std::size_t first = 0; first < all.size();) {
    const std::size_t room_for = most_rows / (all[first].size + 1) + 1;
    const std::size_t count = std::min({all.size() - first, room_for, most_pieces});
    parse_batch(all.subspan(first, count), room);
    first += count;
  }
}

void Parser::parse_batch(std::span<Piece> pieces, Room& room) const {
  room.lengths.clear();
  for (const auto& piece : pieces) room.lengths.push_back(piece.size + 1);
  room.packing.lay_out(room.lengths);
  read_words(pieces, room);
  const auto* encoded = encoder_.encode(room.packing, room.encoder);
  run_heads(encoded, room);
  write_tags(pieces, room);
  write_heads(pieces, room);
  write_labels(pieces, room);
}

// Finds what every word gives the gates of the first layer, in the cache or by reading it anew.
void Parser::read_words(std::span<const Piece> pieces, Room& room) const {
  const std::size_t width = encoder_.gate_width();
  room.encoder.words.resize(room.packing.rows());
  room.cache.resize(width);
  room.cache.begin_batch();
  room.in.clear();
  room.fresh.clear();
  for (std::size_t s = 0; s < pieces.size(); ++s) {
    read_word({}, room.packing.row(s, 0), room);
    for (std::size_t w = 1; w <= pieces[s].size; ++w)
      read_word(form_to_read(pieces[s].token(w)).view(), room.packing.row(s, w), room);
  }
  room.words.resize(room.fresh.size() * width);
  encoder_.read(room.in.data(), room.fresh.size(), room.words.data());
  for (std::size_t i = 0; i < room.fresh.size(); ++i) {
    const auto* numbers = room.words.data() + i * width;
    if (auto* slot = room.fresh[i].in_cache)
      std::copy_n(numbers, width, slot);
    else
      room.encoder.words[room.fresh[i].row] = numbers;
  }
}

// Notes where the gates of `form` come from; the empty form is the root.
void Parser::read_word(std::string_view form, std::size_t row, Room& room) const {
  const auto place = room.cache.place(form);
  auto* in_cache = place.found == WordCache::Found::NoRoom ? nullptr : room.cache.numbers(place.slot);
  room.encoder.words[row] = in_cache;
  if (place.found == WordCache::Found::Yes) return;
  room.fresh.push_back({in_cache, row});
  const std::size_t start = room.in.size();
  room.in.resize(start + encoder_.input_stride(), 0);
  if (form.empty())
    words_.write_root(room.in.data() + start);
  else
    words_.write(form, room.in.data() + start);
}

// Makes activations of the `size` columns from `column` on of `sums`, in rows of `out` from `first` on.
void Parser::take_view(const Room& room, const Stretch& stretch, std::size_t column, std::size_t size,
                       Rectifier rectifier, std::vector<std::int16_t>& out) const {
  for (std::size_t i = 0; i < stretch.size; ++i) {
    auto* to = out.data() + (stretch.first + i) * padded(size);
    view_scales_.scale(room.sums.data() + i * views_.rows + column, column, size, to);
    for (std::size_t k = 0; rectifier == Rectifier::Yes && k < size; ++k)
      to[k] = std::max<std::int16_t>(to[k], 0);
  }
}

// Scores, as sums at `arc_shift`, of each bucket of distances for some rows of `view`; none where there is no
// matrix.
void Parser::score_distances(std::span<const std::int16_t> view, const Matrix& matrix, const Stretch& stretch,
                             std::vector<std::int32_t>& out) const {
  if (matrix.rows == 0) return;
  const std::span scores(out.data() + stretch.first * matrix.rows, stretch.size * matrix.rows);
  multiply(view.data() + stretch.first * padded(arc_size_), padded(arc_size_), stretch.size, matrix,
           scores.data(), matrix.rows);
  for (auto& score : scores) score >>= matrix.shift + activation_shift - arc_shift;
}

// Makes room for all that the heads of the network say about the rows. Numbers that pad rows are zero from
// the beginning, and nobody writes there.
void Parser::make_room_for_heads(Room& room) const {
  const std::size_t rows = room.packing.rows();
  room.sums.resize(rows_of_stretch * std::max(views_.rows, arcs_.rows));
  for (auto* view : {&room.dependents, &room.heads, &room.joined}) view->resize(rows * padded(arc_size_));
  for (auto* view : {&room.of_labels, &room.to_labels}) view->resize(rows * padded(label_size_));
  room.distances.resize(rows * distance_.rows);
  room.head_distances.resize(rows * head_distance_.rows);
  room.tags.resize(rows * tags_.rows);
}

void Parser::run_heads(const std::uint8_t* encoded, Room& room) const {
  make_room_for_heads(room);
  const std::size_t rows = room.packing.rows();
  for (std::size_t first = 0; first < rows; first += rows_of_stretch)
    run_heads(encoded, {first, std::min(rows_of_stretch, rows - first)}, room);
}

void Parser::run_heads(const std::uint8_t* encoded, const Stretch& stretch, Room& room) const {
  const std::size_t stride = encoder_.output_size();
  const auto* states = encoded + stretch.first * stride;
  multiply(states, stride, stretch.size, tags_, room.tags.data() + stretch.first * tags_.rows, tags_.rows,
           Sums::Fresh);
  multiply(states, stride, stretch.size, views_, room.sums.data(), views_.rows, Sums::Fresh);
  take_view(room, stretch, 0, arc_size_, Rectifier::Yes, room.dependents);
  take_view(room, stretch, arc_size_, arc_size_, Rectifier::Yes, room.heads);
  take_view(room, stretch, 2 * arc_size_, label_size_, Rectifier::No, room.of_labels);
  take_view(room, stretch, 2 * arc_size_ + label_size_, label_size_, Rectifier::No, room.to_labels);

  score_distances(room.dependents, distance_, stretch, room.distances);
  score_distances(room.heads, head_distance_, stretch, room.head_distances);

  const std::size_t arc_stride = padded(arc_size_);
  multiply(room.dependents.data() + stretch.first * arc_stride, arc_stride, stretch.size, arcs_,
           room.sums.data(), arcs_.rows);
  for (std::size_t i = 0; i < stretch.size; ++i)
    for (std::size_t k = 0; k < arc_size_; ++k)
      room.joined[(stretch.first + i) * arc_stride + k] =
          activation(room.sums[i * arcs_.rows + k], arcs_.shift + activation_shift - joined_shift);
}

void Parser::write_tags(std::span<const Piece> pieces, Room& room) const {
  const std::span sums(room.tags);
  for (std::size_t s = 0; s < pieces.size(); ++s)
    for (std::size_t w = 1; w <= pieces[s].size; ++w) {
      const auto scores = sums.subspan(room.packing.row(s, w) * tags_.rows, tags_.rows);
      tag_scales_.scale(scores.data(), 0, tags_.rows, scores.data());
      auto& tok = pieces[s].token(w);
      tok.xpos = xpos_names_[best(scores.first(xpos_names_.size()))];
      tok.upos = upos_names_[best(scores.subspan(xpos_names_.size(), upos_names_.size()))];
    }
}

void Parser::score_arcs(std::size_t sentence, std::size_t size, Room& room) const {
  const std::size_t stride = padded(arc_size_);
  const std::size_t width = rows_up(size);
  room.of_sentence.resize(size * stride);
  room.to_sentence.resize(width * stride);
  for (std::size_t w = 0; w < size; ++w) {
    const std::size_t row = room.packing.row(sentence, w) * stride;
    std::copy_n(room.joined.data() + row, arc_size_, room.of_sentence.data() + w * stride);
    std::copy_n(room.heads.data() + row, arc_size_, room.to_sentence.data() + w * stride);
  }
  room.arc_sums.resize(size * width);
  const Matrix heads{width, arc_size_, stride, joined_shift, room.to_sentence, {}};
  multiply(room.of_sentence.data(), stride, size, heads, room.arc_sums.data(), width);

  room.arcs.resize(size * size);
  for (std::size_t d = 1; d < size; ++d) {
    const auto* far = room.distances.data() + room.packing.row(sentence, d) * distance_.rows;
    for (std::size_t h = 0; h < size; ++h) {
      const auto* far_of_head =
          room.head_distances.data() + room.packing.row(sentence, h) * head_distance_.rows;
      std::int64_t score = room.arc_sums[d * width + h];
      if (distance_.rows > 0) score += far[distance_bucket(d, h)];
      if (head_distance_.rows > 0) score += far_of_head[distance_bucket(d, h)];
      room.arcs[d * size + h] = score;
    }
  }
}

void Parser::write_heads(std::span<const Piece> pieces, Room& room) const {
  room.chosen.assign(room.packing.rows(), 0);
  room.chosen_buckets.assign(room.packing.rows(), 0);
  for (std::size_t s = 0; s < pieces.size(); ++s) {
    const std::size_t size = pieces[s].size + 1;
    score_arcs(s, size, room);
    room.found.assign(size, 0);
    best_tree(room.arcs, room.found, room.tree);
    for (std::size_t w = 1; w < size; ++w) {
      const auto head = static_cast<std::size_t>(room.found[w]);
      room.chosen[room.packing.row(s, w)] = room.packing.row(s, head);
      room.chosen_buckets[room.packing.row(s, w)] = distance_bucket(w, head);
      pieces[s].token(w).head = head == 0 ? -1 : static_cast<int>(pieces[s].first + head - 1);
    }
  }
}

void Parser::write_labels(std::span<const Piece> pieces, Room& room) const {
  const std::size_t rows = room.packing.rows();
  const std::size_t stride = padded(label_size_);
  for (std::size_t i = 0; i < rows; ++i) {  // joins the two views of each arc in place
    auto* of = room.of_labels.data() + i * stride;
    const auto* to = room.to_labels.data() + room.chosen[i] * stride;
    const auto* far =
        label_distance_.empty() ? nullptr : &label_distance_[room.chosen_buckets[i] * label_size_];
    for (std::size_t k = 0; k < label_size_; ++k) {
      const auto sum = std::int32_t{of[k]} + to[k] + (far ? far[k] : 0);
      of[k] = static_cast<std::int16_t>(std::clamp<std::int32_t>(sum, 0, 32767));
    }
  }
  room.sums.resize(rows * labels_.rows);
  multiply(room.of_labels.data(), stride, rows, labels_, room.sums.data(), labels_.rows);
  for (std::size_t s = 0; s < pieces.size(); ++s)
    for (std::size_t w = 1; w <= pieces[s].size; ++w) {
      auto& tok = pieces[s].token(w);
      const std::span scores(room.sums.data() + room.packing.row(s, w) * labels_.rows, label_names_.size());
      scores[root_label_id_] =
          std::numeric_limits<std::int32_t>::min();  // for the root alone, and always for it
      tok.deprel = tok.head < 0 ? root_label : label_names_[best(scores)];
      if (tok.head >= 0 || pieces[s].first == 0) continue;
      tok.head = static_cast<int>(pieces[s].first) - 1;
      tok.deprel = piece_label;
    }
}

}  // namespace demarche
