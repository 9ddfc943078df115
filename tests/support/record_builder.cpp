#include "tests/support/record_builder.h"

namespace connlint::test {

ValueDraft text(std::string value) {
  ValueDraft draft;
  draft.kind = ValueKind::text;
  draft.text = std::move(value);
  return draft;
}

ValueDraft null() { return {}; }

ValueDraft list(std::vector<ValueDraft> items) {
  ValueDraft draft;
  draft.kind = ValueKind::list;
  draft.items = std::move(items);
  return draft;
}

ValueDraft texts(const std::vector<std::string>& items) {
  std::vector<ValueDraft> drafts;
  drafts.reserve(items.size());
  for (const std::string& item : items) drafts.push_back(text(item));
  return list(std::move(drafts));
}

ValueDraft object(std::string shown, std::vector<FieldDraft> fields) {
  ValueDraft draft;
  draft.kind = ValueKind::record;
  draft.text = std::move(shown);
  draft.fields = std::move(fields);
  return draft;
}

ValueDraft lost(Loss loss, std::string instead) {
  ValueDraft draft = text(std::move(instead));
  draft.loss = loss;
  return draft;
}

RecordFile::RecordFile(std::vector<RecordDraft> records) : drafts_(std::move(records)) {
  source_.name = "records";
  for (const RecordDraft& draft : drafts_) {
    write(draft.container);
    for (const std::string& type : draft.types) write(type);
    write(draft.label);
    write_fields(draft.fields);
  }
}

void RecordFile::write(const std::string& text) {
  places_.push_back({source_.text.size(), text.size()});
  source_.text += text + "\n";
}

void RecordFile::write_value(const ValueDraft& draft) {
  write(draft.text);
  for (const ValueDraft& item : draft.items) write_value(item);
  if (draft.kind != ValueKind::record) return;
  for (const std::string& type : draft.types) write(type);
  write_fields(draft.fields);
}

void RecordFile::write_fields(const std::vector<FieldDraft>& fields) {
  for (const FieldDraft& field : fields) {
    write(field.name);
    write_value(field.value);
  }
}

Text RecordFile::next_text() {
  const Place place = places_.at(next_++);
  return {std::string_view(source_.text).substr(place.begin, place.length),
          source_.span(place.begin, place.length), true};
}

Value RecordFile::make_value(const ValueDraft& draft) {
  Value value;
  value.kind = draft.kind;
  value.loss = draft.loss;
  value.text = next_text();
  std::vector<Value> items;
  for (const ValueDraft& item : draft.items) items.push_back(make_value(item));
  value.items = arena_.keep(items);
  if (draft.kind == ValueKind::record) {
    Record record = make_record(draft.types, draft.fields);
    record.label = value.text;
    record.where = value.text.where;
    value.record = arena_.keep_one(record);
  }
  return value;
}

Record RecordFile::make_record(const std::vector<std::string>& types,
                               const std::vector<FieldDraft>& fields) {
  std::vector<Text> names;
  for (std::size_t i = 0; i < types.size(); ++i) names.push_back(next_text());
  std::vector<Field> made;
  for (const FieldDraft& field : fields) {
    const Text name = next_text();
    made.push_back({name, make_value(field.value)});
  }
  Record record;
  record.types = arena_.keep(names);
  record.fields = arena_.keep(made);
  return record;
}

void RecordFile::read(RecordSink& sink) {
  next_ = 0;
  for (const RecordDraft& draft : drafts_) {
    const std::size_t begin = places_.at(next_).begin;
    const Text container = next_text();
    std::vector<Text> types;
    for (std::size_t i = 0; i < draft.types.size(); ++i) types.push_back(next_text());
    const Text label = next_text();
    Record record = make_record({}, draft.fields);
    record.container = container;
    record.types = arena_.keep(types);
    record.label = label;
    record.where = source_.span(begin, label.where.begin + label.where.length - begin);
    sink.record(record);
    arena_.reset();
  }
}

}  // namespace connlint::test
