// What reading takes at most. Beyond these a file is no document but a mistake, or an attack.
#pragma once

#include <chrono>
#include <cstddef>

namespace demarche {

// One document, or one line of JSON Lines, in bytes, inflated.
constexpr std::size_t largest_document = 64u << 20;

constexpr const char* largest_document_words = "64 MB";

// How long another program may work on one document.
constexpr std::chrono::seconds longest_conversion{60};

}  // namespace demarche
