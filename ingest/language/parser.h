// Tags and dependency trees: a biaffine parser (Dozat and Manning 2017) over a recurrent encoder, in
// integers. Tested by tests/ingest/language/parser_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "graph/model/error.h"
#include "ingest/language/byte_matrix.h"
#include "ingest/language/encoder.h"
#include "ingest/language/matrix.h"
#include "ingest/language/model_file.h"
#include "ingest/language/sentence.h"
#include "ingest/language/string_table.h"
#include "ingest/language/word_vectors.h"

namespace demarche {

class Parser {
 public:
  // Room for the numbers of one batch; one for each thread, and for one parser only, as it remembers the
  // words it read. Grows to the largest batch seen and is then reused.
  struct Room;
  struct FreeRoom {
    void operator()(Room* room) const;
  };
  using RoomOwner = std::unique_ptr<Room, FreeRoom>;

  // Errors: Malformed where a section is missing or sizes do not fit. The file must stay open while the
  // parser lives.
  [[nodiscard]] static Result<Parser> load(const ModelFile& file);

  [[nodiscard]] RoomOwner make_room() const;

  // Fills upos, xpos, deprel and head of every token. Many sentences at once are faster than one by one; the
  // result is the same. A sentence of more than 250 tokens is parsed in pieces, the later ones hanging on the
  // first as parataxis.
  void parse(std::span<Sentence* const> sentences, Room& room) const;
  void parse(std::span<Sentence> sentences, Room& room) const;

 private:
  struct Piece;
  struct Stretch;
  enum class Rectifier { No, Yes };
  enum class Presence { Required, Optional };

  [[nodiscard]] Result<void> load_matrices(const ModelFile& file);
  [[nodiscard]] Result<void> load_byte_matrices(const ModelFile& file);
  [[nodiscard]] Result<Parser> check_sizes(const ModelFile& file) &&;

  void parse_batch(std::span<Piece> pieces, Room& room) const;
  void read_words(std::span<const Piece> pieces, Room& room) const;
  void read_word(std::string_view form, std::size_t row, Room& room) const;
  void take_view(const Room& room, const Stretch& stretch, std::size_t column, std::size_t size,
                 Rectifier rectifier, std::vector<std::int16_t>& out) const;
  void score_distances(std::span<const std::int16_t> view, const Matrix& matrix, const Stretch& stretch,
                       std::vector<std::int32_t>& out) const;
  void make_room_for_heads(Room& room) const;
  void run_heads(const std::uint8_t* encoded, Room& room) const;
  void run_heads(const std::uint8_t* encoded, const Stretch& stretch, Room& room) const;
  void write_tags(std::span<const Piece> pieces, Room& room) const;
  void write_heads(std::span<const Piece> pieces, Room& room) const;
  void score_arcs(std::size_t sentence, std::size_t size, Room& room) const;
  void write_labels(std::span<const Piece> pieces, Room& room) const;

  WordVectors words_;
  Encoder encoder_ = {};
  ByteMatrix tags_;  // to the scores of the XPOS, then the UPOS
  RowScales tag_scales_;
  ByteMatrix views_;  // to a word as dependent, as head, as dependent with label, as head with label
  RowScales view_scales_;
  Matrix arcs_;  // joins the first two views
  // How far apart dependent and head are counts too, by bucket: from the dependent's view and the head's, for
  // the arc, and added to the dependent's view for its label. Empty where not used.
  Matrix distance_;
  Matrix head_distance_;
  std::span<const std::int16_t> label_distance_;
  Matrix labels_;  // of a joined view, to the scores of the labels
  std::size_t arc_size_ = 0;
  std::size_t label_size_ = 0;
  std::size_t root_label_id_ = 0;
  StringTable xpos_names_, upos_names_, label_names_;
};

}  // namespace demarche
