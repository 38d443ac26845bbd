import { textStartOf } from './byte-order.ts';
import type { ReturnReader } from './return-reader.ts';

const BLOCK_BYTES = 65_536;

/**
 * Hands bytes on in blocks of one length, whatever the length of the chunks they came in, so that a return
 * has one report through every door: where reading stops does not depend on a network.
 *
 * The first block is looked at: a byte-order mark is dropped, and UTF-16 is refused unread.
 *
 * @param refuse - Reports that the text is UTF-16.
 */
export function readInBlocks(reader: ReturnReader, refuse: () => void): ReturnReader {
  let block = new Uint8Array(BLOCK_BYTES);
  let filled = 0;
  let isFirst = true;
  let isRefused = false;

  const pass = () => {
    const bytes = block.subarray(0, filled);
    // The reader may keep what it is given.
    block = new Uint8Array(BLOCK_BYTES);
    filled = 0;
    if (!isFirst) return reader.write(bytes);
    isFirst = false;
    const { encoding, markLength } = textStartOf(bytes);
    isRefused = encoding === 'utf-16';
    if (isRefused) refuse();
    else reader.write(bytes.subarray(markLength));
  };

  return {
    write(chunk) {
      for (let at = 0; at < chunk.length && !isRefused; ) {
        const taken = chunk.subarray(at, at + BLOCK_BYTES - filled);
        block.set(taken, filled);
        filled += taken.length;
        at += taken.length;
        if (filled === BLOCK_BYTES) pass();
      }
    },
    isEnough: () => isRefused || reader.isEnough?.() === true,
    end() {
      if (!isRefused) pass();
      return isRefused ? { header: null, isComplete: false } : reader.end();
    },
  };
}
