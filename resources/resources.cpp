// SPDX-License-Identifier: GPL-3.0-or-later

// The library's one object file of its own; its contents are the files that CMakeLists.txt lists.
