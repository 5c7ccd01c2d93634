// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hands the file named on the command line to `each`, line by line, and writes what it returns to
// standard output, as fast as Node reads and writes: whole blocks, synchronously, cut at line feeds.
import { openSync, readSync, writeSync } from "node:fs";

const blockSize = 1 << 20;
const lineFeed = 10;
const standardOutput = 1;

function writeWhole(text) {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; )
        at += writeSync(standardOutput, bytes, at);
}

export function mapLines(each) {
    const input = openSync(process.argv[2], "r");
    let block = Buffer.allocUnsafe(blockSize);
    let kept = 0;
    for (;;) {
        if (kept === block.length)
            block = Buffer.concat([block], block.length * 2);
        const read = readSync(input, block, kept, block.length - kept);
        if (read === 0)
            break;
        const filled = kept + read;
        let out = "";
        let begin = 0;
        for (let end = block.indexOf(lineFeed); end !== -1 && end < filled; end = block.indexOf(lineFeed, begin)) {
            out += each(block.utf8Slice(begin, end));
            begin = end + 1;
        }
        writeWhole(out);
        block.copy(block, 0, begin, filled);
        kept = filled - begin;
    }
    if (kept > 0)
        writeWhole(each(block.utf8Slice(0, kept)));
}
