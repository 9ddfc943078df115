// The fuzz targets that the program fuzz_replay knows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace connlint::fuzz {

/// A fuzz target: its name (`csv` for fuzz_csv.cpp) and what it does with the bytes of one input.
struct Target {
  std::string_view name;
  int (*run)(const std::uint8_t* data, std::size_t size);
};

/// All of them, by name. The build writes it.
std::span<const Target> targets();

}  // namespace connlint::fuzz
