// Inflate (RFC 1950-1952), bounded and in one step: the browser's own can be stopped only from outside, and says less about what is broken.
// As with the server's reader, what follows the end is not looked at, and data that stop early give what came until then.

import { checksum } from './crc.js';

export class InflateError extends Error {}

const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577, 32769, 49153];
const codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const endOfInput = Symbol('end of input');

export function unzlib(bytes, max) {
  if (bytes.length < 2) return new Uint8Array(0);
  if ((bytes[0] & 15) !== 8 || bytes[0] >> 4 > 7 || (bytes[0] * 256 + bytes[1]) % 31 || bytes[1] & 32) throw new InflateError('header');
  const { output, at, done } = inflate(bytes, 2, max);
  if (done && at + 4 <= bytes.length) {
    let a = 1, b = 0;
    for (const value of output) {
      a = (a + value) % 65521;
      b = (b + a) % 65521;
    }
    if (((b << 16) | a) >>> 0 !== new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0)) throw new InflateError('checksum');
  }
  return output;
}

export function gunzip(bytes, max) {
  if (bytes.length < 18 || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8 || bytes[3] & 0xe0) throw new InflateError('header');
  let at = 10;
  if (bytes[3] & 4) at += 2 + bytes[at] + bytes[at + 1] * 256;
  for (const flag of [8, 16]) if (bytes[3] & flag) while (at < bytes.length && bytes[at++] !== 0);
  if (bytes[3] & 2) at += 2;
  const { output, at: end, done } = inflate(bytes, at, max);
  if (done && end + 8 <= bytes.length) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + end);
    if (checksum(output) !== view.getUint32(0, true) || output.length >>> 0 !== view.getUint32(4, true)) throw new InflateError('checksum');
  }
  return output;
}

/**
 * Bare data, of which no more than the most is unpacked: what would follow is left, whatever it is. The wide form is Deflate64, which reaches
 * farther back and knows longer repetitions.
 */
export function inflateSome(bytes, most, isWide) {
  return inflate(bytes, 0, most, true, isWide).output;
}

function inflate(input, start, max, mayStop = false, isWide = false) {
  let at = start, bit = 0, output = new Uint8Array(Math.min(max, 65536)), size = 0, done = false;
  const bits = count => {
    let value = 0;
    for (let i = 0; i < count; i++) {
      if (at >= input.length) throw endOfInput;
      value |= ((input[at] >> bit) & 1) << i;
      if (++bit === 8) { bit = 0; at++; }
    }
    return value;
  };
  const put = value => {
    if (size >= max) throw mayStop ? endOfInput : new InflateError('size');
    if (size === output.length) {
      const larger = new Uint8Array(Math.min(max, size * 2));
      larger.set(output);
      output = larger;
    }
    output[size++] = value;
  };
  const symbol = ({ counts, symbols }) => {
    for (let length = 1, code = 0, first = 0, index = 0; length <= 15; length++) {
      code |= bits(1);
      const count = counts[length];
      if (code - count < first) return symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new InflateError('code');
  };
  try {
    for (let last = false; !last;) {
      last = bits(1) === 1;
      const kind = bits(2);
      if (kind === 0) {
        if (bit) { bit = 0; at++; }
        const length = bits(16);
        if (bits(16) !== (~length & 0xffff)) throw new InflateError('stored');
        if (at + length > input.length || size + length > output.length) for (let i = 0; i < length; i++) put(bits(8));
        else output.set(input.subarray(at, at += length), (size += length) - length);
      } else if (kind === 3) {
        throw new InflateError('block');
      } else {
        const [lengths, distances] = kind === 1 ? fixedTables() : readTables(bits, symbol, isWide);
        for (let code; (code = symbol(lengths)) !== 256;) {
          if (code < 256) { put(code); continue; }
          if (code > 285) throw new InflateError('length');
          const length = isWide && code === 285 ? 3 + bits(16) : lengthBase[code - 257] + bits(lengthExtra[code - 257]);
          const place = symbol(distances);
          if (place > (isWide ? 31 : 29)) throw new InflateError('distance');
          const distance = distanceBase[place] + bits(Math.max(0, (place >> 1) - 1));
          if (distance > size) throw new InflateError('distance');
          if (size + length > output.length) for (let i = 0; i < length; i++) put(output[size - distance]);
          else for (const end = size + length; size < end; size++) output[size] = output[size - distance];
        }
      }
    }
    done = true;
    if (bit) at++;
  } catch (stop) {
    if (stop !== endOfInput) throw stop;
  }
  return { output: output.subarray(0, size), at, done };
}

function readTables(bits, symbol, isWide) {
  const lengths = bits(5) + 257, distances = bits(5) + 1, codes = bits(4) + 4;
  if (lengths > 286 || (distances > 30 && !isWide)) throw new InflateError('tables');
  const sizes = new Array(19).fill(0);
  for (let i = 0; i < codes; i++) sizes[codeOrder[i]] = bits(3);
  const table = huffman(sizes, false);
  const all = [];
  while (all.length < lengths + distances) {
    const code = symbol(table);
    if (code < 16) { all.push(code); continue; }
    if (code === 16 && all.length === 0) throw new InflateError('tables');
    const value = code === 16 ? all.at(-1) : 0;
    const count = code === 16 ? 3 + bits(2) : code === 17 ? 3 + bits(3) : 11 + bits(7);
    for (let i = 0; i < count; i++) all.push(value);
  }
  if (all.length > lengths + distances || all[256] === 0) throw new InflateError('tables');
  return [huffman(all.slice(0, lengths), true), huffman(all.slice(lengths), true)];
}

function fixedTables() {
  const sizes = Array.from({ length: 288 }, (_, i) => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
  return [huffman(sizes, true), huffman(new Array(32).fill(5), true, true)];
}

function huffman(sizes, mayBeSingle, fixed = false) {
  const counts = new Array(16).fill(0);
  for (const size of sizes) counts[size]++;
  const used = sizes.length - counts[0];
  counts[0] = 0;
  let left = 1;
  for (let length = 1; length <= 15; length++) {
    left = left * 2 - counts[length];
    if (left < 0) throw new InflateError('tables');
  }
  if (left > 0 && used > 0 && !fixed && !(mayBeSingle && used === 1 && counts[1] === 1)) throw new InflateError('tables');
  if (used === 0 && !mayBeSingle) throw new InflateError('tables');
  const starts = new Array(16).fill(0);
  for (let length = 1; length < 15; length++) starts[length + 1] = starts[length] + counts[length];
  const symbols = [];
  sizes.forEach((size, value) => { if (size) symbols[starts[size]++] = value; });
  return { counts, symbols };
}
