// The bytes of a table's file, whatever it is packed or encoded in.
#pragma once

#include <string>
#include <string_view>

namespace gancheck {

/// The path on one line, for messages.
std::string printable(std::string path);

/// The content of a file, unpacked where it is gzipped; "-" is standard input. What can be read
/// only once, standard input and pipes, is kept: both laws of a pair may lie in it. Throws
/// BadSpecification.
std::string bytes_of(const std::string& path);

/// The same for bytes at hand.
std::string unpacked(std::string bytes, const std::string& name);

/// One file of a zip archive, as of an .npz, whose files are arrays: the one of that name, or the
/// only one where `member` is empty. Throws BadSpecification that names those there are.
std::string archive_member(const std::string& archive, const std::string& name,
                           const std::string& member);

/// Unpacked gzip data. Throws BadSpecification where they are damaged or end early.
std::string gunzipped(std::string_view bytes, const std::string& name);

/// Text in UTF-8 without a byte order mark: UTF-16 is converted, and what is no UTF-8 is read as
/// Latin-1. Throws BadSpecification for what is no text.
std::string as_utf8(std::string bytes, const std::string& name);

/// Throws BadSpecification for what programs of other kinds write, by its name: workbooks, packed
/// files other than gzip and zip, binary tables.
void refuse_foreign(std::string_view bytes, const std::string& name);

}  // namespace gancheck
