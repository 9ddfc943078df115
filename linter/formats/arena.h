// Memory for one record at a time: a reader fills it, hands the record over and resets it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace connlint {

/// A growing block of memory whose content goes away all at once. Holds only types without
/// destructors.
class Arena {
 public:
  /// A copy of `text` that lives until `reset`.
  std::string_view keep(std::string_view text) {
    return {copy(text.data(), text.size()), text.size()};
  }

  /// A copy of `items` that lives until `reset`.
  template <class T>
  std::span<const T> keep(const std::vector<T>& items) {
    if (items.empty()) return {};
    return {copy(items.data(), items.size()), items.size()};
  }
  template <class T>
  std::span<const T> keep(std::span<const T> items) {
    if (items.empty()) return {};
    return {copy(items.data(), items.size()), items.size()};
  }

  /// A copy of `item` that lives until `reset`.
  template <class T>
  const T* keep_one(const T& item) {
    return copy(&item, 1);
  }

  /// Lets go of everything; the memory is used again.
  void reset() { memory_.release(); }

 private:
  template <class T>
  T* copy(const T* from, std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T> && std::is_trivially_copyable_v<T>);
    void* raw = memory_.allocate(std::max<std::size_t>(count * sizeof(T), 1), alignof(T));
    T* to = static_cast<T*>(raw);
    std::uninitialized_copy_n(from, count, to);
    return to;
  }

  static constexpr std::size_t kFirstBlock = std::size_t{64} * 1024;
  std::vector<std::byte> first_ = std::vector<std::byte>(kFirstBlock);
  std::pmr::monotonic_buffer_resource memory_{first_.data(), first_.size()};
};

}  // namespace connlint
