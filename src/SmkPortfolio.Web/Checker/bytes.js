// Bytes and their spellings. SHA-256 is ours because canonicalization needs thousands of small hashes, one after another.

const utf8Writer = new TextEncoder();

export const utf8 = text => utf8Writer.encode(text);

export const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');

export const base64 = bytes => btoa(String.fromCharCode(...bytes));

export function sameBytes(a, b) {
  return !!a && !!b && a.length === b.length && a.every((value, i) => value === b[i]);
}

export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function startsWith(bytes, text) {
  return bytes.length >= text.length && [...text].every((c, i) => bytes[i] === c.charCodeAt(0));
}

/** The bytes of base64url as the server's reader takes it: blanks and padding may stand there, stray bits at the end may not. Null when it is none. */
export function fromBase64Url(text) {
  const [whole, digits, padding] = /^([A-Za-z0-9_-]*)([=%]*)$/.exec(text.replace(/[ \t\r\n]/g, '')) ?? [null];
  const rest = (whole === null ? 1 : digits.length) % 4;
  if (rest === 1 || padding.length > (4 - rest) % 4) return null;
  const bytes = Uint8Array.from(atob(digits.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
  return rest === 0 || base64(bytes.subarray(-(rest - 1))).slice(0, rest) === digits.slice(-rest).replaceAll('-', '+').replaceAll('_', '/') ? bytes : null;
}

/** The bytes of base64 in its one spelling; null for any other. */
export function fromBase64(text) {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  return base64(bytes) === text ? bytes : null;
}

const base58Letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The bytes of base58 in the Bitcoin alphabet; null when it is none. Conversion is quadratic, hence the limit. */
export function fromBase58(text) {
  if (text.length > 256) return null;
  let number = 0n;
  for (const c of text) {
    const digit = base58Letters.indexOf(c);
    if (digit < 0) return null;
    number = number * 58n + BigInt(digit);
  }
  const bytes = [];
  for (; number > 0n; number >>= 8n) bytes.unshift(Number(number & 255n));
  const zeros = /^1*/.exec(text)[0].length;
  return Uint8Array.from([...new Array(zeros).fill(0), ...bytes]);
}

const roundConstants = new Uint32Array(64);
const startState = new Uint32Array(8);
for (let n = 2, found = 0; found < 64; n++) {
  let prime = true;
  for (let d = 2; d * d <= n; d++) prime &&= n % d !== 0;
  if (!prime) continue;
  if (found < 8) startState[found] = (Math.sqrt(n) % 1) * 2 ** 32;
  roundConstants[found++] = (Math.cbrt(n) % 1) * 2 ** 32;
}

export function sha256(bytes) {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
  const state = startState.slice();
  const w = new Uint32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i] + w[i]) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { state[i] += value; });
  }
  const hash = new DataView(new ArrayBuffer(32));
  state.forEach((value, i) => hash.setUint32(i * 4, value));
  return new Uint8Array(hash.buffer);
}
