// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the file named first, a line at a time, and writes what `each` returns to the file named
// second, as fast as Node reads and writes: whole blocks, synchronously, cut at line feeds.
import { closeSync, openSync, readSync, writeSync } from "node:fs";

const blockSize = 1 << 20;
const lineFeed = 10;

function writeWhole(fd, text) {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; )
        at += writeSync(fd, bytes, at);
}

export function mapLines(each) {
    const input = openSync(process.argv[2], "r");
    const output = openSync(process.argv[3], "w");
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
        writeWhole(output, out);
        block.copy(block, 0, begin, filled);
        kept = filled - begin;
    }
    if (kept > 0)
        writeWhole(output, each(block.utf8Slice(0, kept)));
    closeSync(output);
}
