// SPDX-License-Identifier: GPL-3.0-or-later
//
// The condition of insider18.json, written by hand.
import { mapLines } from "./lines.mjs";

mapLines(line => JSON.parse(line).event_name === "purchase" ? '{"fires":true}\n' : '{"fires":false}\n');
