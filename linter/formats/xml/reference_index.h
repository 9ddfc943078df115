// Things by the id that a file gives them: numbers from 0 as a rule, but any text may be one.
#pragma once

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace connlint {

/// Maps ids to values of `T`; `T{}` is nothing. Numbers are kept in a vector, whose size stays near
/// the number of ids.
template <class T>
class ReferenceIndex {
 public:
  /// Sets the value of `id`; the last one counts.
  void set(std::string_view id, const T& value) {
    ++count_;
    std::size_t number = 0;
    if (!read_number(id, number) || number > 2 * count_ + kSlack) {
      others_[std::string(id)] = value;
      return;
    }
    if (number >= numbered_.size()) numbered_.resize(number + 1);
    numbered_[number] = value;
  }

  /// The value of `id`, or `T{}`.
  [[nodiscard]] T find(std::string_view id) const {
    std::size_t number = 0;
    if (read_number(id, number) && number < numbered_.size() && numbered_[number] != T{}) {
      return numbered_[number];
    }
    const auto found = others_.find(std::string(id));
    return found == others_.end() ? T{} : found->second;
  }

  void clear() {
    numbered_.clear();
    others_.clear();
    count_ = 0;
  }

 private:
  static constexpr std::size_t kSlack = 1024;

  /// Whether `id` is a number in its shortest form, so that no other text means the same.
  static bool read_number(std::string_view id, std::size_t& number) {
    if (id.empty() || id.size() > 9 || (id[0] == '0' && id.size() > 1)) return false;
    const char* end = id.data() + id.size();
    const auto [stop, error] = std::from_chars(id.data(), end, number);
    return error == std::errc() && stop == end;
  }

  std::vector<T> numbered_;
  std::unordered_map<std::string, T> others_;
  std::size_t count_ = 0;
};

}  // namespace connlint
