// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each line as JSON with sorted names, to compare what several tools wrote.
import { mapLines } from "./lines.mjs";

const sorted = (_, value) => value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1))
    : value;

mapLines(line => JSON.stringify(JSON.parse(line), sorted) + "\n");
