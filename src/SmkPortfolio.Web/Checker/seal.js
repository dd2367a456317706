// A PDF's one signature: what it covers, and the detached CMS inside. Trust is not decided here: a certificate is believed because the
// register lists it.

import { hex, joined, sameBytes, sha256 } from './bytes.js';
import { verifyWith } from './keys.js';
import { PdfString, wholeOf } from './pdfvalues.js';

class DerError extends Error {}

const mostCmsBytes = 256 * 1024;
const mostCertificates = 20;
const hashes = { '2.16.840.1.101.3.4.2.1': 'SHA-256', '2.16.840.1.101.3.4.2.2': 'SHA-384', '2.16.840.1.101.3.4.2.3': 'SHA-512' };
const ecHashes = { '1.2.840.10045.4.3.2': 'SHA-256', '1.2.840.10045.4.3.3': 'SHA-384', '1.2.840.10045.4.3.4': 'SHA-512' };
const rsaHashes = { '1.2.840.113549.1.1.11': 'SHA-256', '1.2.840.113549.1.1.12': 'SHA-384', '1.2.840.113549.1.1.13': 'SHA-512' };
const curves = { '1.2.840.10045.3.1.7': ['P-256', 32], '1.3.132.0.34': ['P-384', 48], '1.3.132.0.35': ['P-521', 66] };
const dataOid = '1.2.840.113549.1.7.1';

/** What one signature dictionary covers. It covers the whole file only if it leaves out exactly the hexadecimal string of its own value. */
export function coverageOf(file, signature, pdf) {
  const contents = pdf.get(signature, 'Contents');
  if (!(contents instanceof PdfString)) return { cms: null, ranges: [], coversAll: false };
  const cms = firstObject(contents.bytes, false);
  const range = pdf.get(signature, 'ByteRange');
  const n = Array.isArray(range) && range.length === 4 ? range.map(wholeOf) : [undefined];
  if (n.includes(undefined) || n[0] + n[1] > file.length || n[2] + n[3] > file.length || n[0] + n[1] > n[2]) return { cms, ranges: [], coversAll: false };
  const ranges = [file.subarray(n[0], n[0] + n[1]), file.subarray(n[2], n[2] + n[3])];
  return { cms, ranges, coversAll: n[0] === 0 && n[2] + n[3] === file.length && contents.isHex && contents.start === n[1] && contents.end === n[2] && isPlainHole(file, contents) };
}

// Mixed case would let a byte change without changing the value, and what follows the object must be zeros.
function isPlainHole(file, contents) {
  const hole = String.fromCharCode(...file.subarray(contents.start + 1, contents.end - 1));
  const der = firstObject(contents.bytes, true);
  return (/^[0-9a-f]*$/.test(hole) || /^[0-9A-F]*$/.test(hole)) && hole.length === contents.bytes.length * 2 && !!der && /^0*$/.test(hole.slice(der.length * 2));
}

function firstObject(bytes, strict) {
  try {
    const reader = new DerReader(bytes, strict);
    const start = reader.peek(0x30);
    return bytes.subarray(0, start.end);
  } catch {
    return null;
  }
}

/** Whether the CMS signs the ranges: sound, broken or not-supported, with the fingerprint of its certificate, or of all inside where we cannot tell which. */
export async function readSeal(cms, ranges) {
  if (cms.length > mostCmsBytes) return { outcome: 'not-supported', fingerprints: [] };
  try {
    return await checkSeal(parseCms(cms), ranges);
  } catch (problem) {
    if (problem instanceof DerError) return { outcome: 'broken', fingerprints: [] };
    throw problem;
  }
}

async function checkSeal(signature, ranges) {
  if (!signature.isOfOurForm) return { outcome: 'not-supported', fingerprints: signature.certificates.map(bytes => hex(sha256(bytes))) };
  const certificate = signature.certificates.map(readCertificate).find(c => sameBytes(c.issuerAndSerial, signature.signerId));
  if (!certificate) return { outcome: 'broken', fingerprints: [] };
  const as = outcome => ({ outcome, fingerprints: [hex(certificate.hash)] });
  if (signature.contentType !== dataOid) return as('broken');
  if (signature.certificateHash && !sameBytes(signature.certificateHash, certificate.hash)) return as('broken');
  const hash = hashes[signature.digestAlgorithm];
  if (!hash) return as('not-supported');
  if (!signature.digestAlgorithms.includes(signature.digestAlgorithm)) return as('broken');
  const digest = new Uint8Array(await crypto.subtle.digest(hash, joined(...ranges)));
  if (!sameBytes(digest, signature.messageDigest)) return as('broken');
  const sound = await verifySignature(certificate, signature, hash);
  return as(sound === null ? 'not-supported' : sound ? 'sound' : 'broken');
}

// Null when the way of signing is not known here.
async function verifySignature(certificate, signature, hash) {
  if (certificate.algorithm === '1.2.840.10045.2.1') {
    const signed = ecHashes[signature.signatureAlgorithm], curve = curves[certificate.curve];
    if (!signed || !curve) return null;
    const value = plainEcdsa(signature.value, curve[1]);
    return !!value && verifyWith({ name: 'ECDSA', namedCurve: curve[0], hash: signed }, 'spki', certificate.publicKey, value, signature.signedAttributes);
  }
  if (certificate.algorithm !== '1.2.840.113549.1.1.1') return null;
  const signed = signature.signatureAlgorithm === '1.2.840.113549.1.1.1' ? hash : rsaHashes[signature.signatureAlgorithm];
  return signed ? verifyWith({ name: 'RSASSA-PKCS1-v1_5', hash: signed }, 'spki', certificate.publicKey, signature.value, signature.signedAttributes) : null;
}

// WebCrypto wants the two numbers side by side instead of in DER; null when they cannot be such numbers.
function plainEcdsa(value, size) {
  try {
    const outer = new DerReader(value, true);
    const numbers = outer.into(0x30);
    outer.end();
    const result = new Uint8Array(size * 2);
    for (const place of [1, 2]) {
      const bytes = numbers.take(0x02).content;
      const digits = bytes[0] === 0 ? bytes.subarray(1) : bytes;
      if (bytes.length === 0 || bytes[0] & 0x80 || digits.length > size) return null;
      result.set(digits, size * place - digits.length);
    }
    numbers.end();
    return result;
  } catch (problem) {
    if (problem instanceof DerError) return null;
    throw problem;
  }
}

function parseCms(cms) {
  const outer = new DerReader(cms);
  const info = outer.into(0x30);
  outer.end();
  if (info.oid() !== '1.2.840.113549.1.7.2') throw new DerError('no SignedData');
  const explicit = info.into(0xa0);
  info.end();
  const data = explicit.into(0x30);
  explicit.end();
  version(data, 1, 3);
  const result = { digestAlgorithms: [], certificates: [], isOfOurForm: true };
  const algorithms = data.into(0x31);
  while (algorithms.more) result.digestAlgorithms.push(algorithm(algorithms));
  const content = data.into(0x30);
  if (content.oid() !== dataOid) throw new DerError('not detached');
  result.isOfOurForm = !content.more;
  if (data.next === 0xa0) {
    const set = data.into(0xa0);
    while (set.more) result.certificates.push(set.take().whole);
    if (result.certificates.length > mostCertificates) throw new DerError('too many certificates');
  }
  if (data.next === 0xa1) data.take();
  const signers = data.into(0x31);
  data.end();
  readSigner(signers.into(0x30), result);
  result.isOfOurForm &&= !signers.more;
  return result;
}

function readSigner(signer, result) {
  // Version 3 names the signer by the key's identifier instead.
  result.isOfOurForm &&= version(signer, 1, 3) === 1;
  result.signerId = signer.take().whole;
  result.digestAlgorithm = algorithm(signer);
  result.isOfOurForm &&= signer.next === 0xa0;
  if (!result.isOfOurForm) return;
  // Signed over under the tag SET OF.
  const attributes = signer.take(0xa0);
  result.signedAttributes = joined(Uint8Array.of(0x31), attributes.whole.subarray(1));
  readAttributes(new DerReader(attributes.content), result);
  result.signatureAlgorithm = algorithm(signer);
  result.value = signer.take(0x04).content;
  if (signer.next === 0xa1) signer.take();
  signer.end();
}

function readAttributes(attributes, result) {
  const seen = new Set();
  while (attributes.more) {
    const attribute = attributes.into(0x30);
    const oid = attribute.oid();
    const values = attribute.into(0x31);
    if (seen.has(oid)) throw new DerError('attribute twice');
    seen.add(oid);
    if (oid === '1.2.840.113549.1.9.3') result.contentType = values.oid();
    else if (oid === '1.2.840.113549.1.9.4') result.messageDigest = values.take(0x04).content;
    else if (oid === '1.2.840.113549.1.9.16.2.47') {
      const first = values.into(0x30).into(0x30).into(0x30);
      const isSha256 = first.next !== 0x30 || hashes[algorithm(first)] === 'SHA-256';
      const hash = first.take(0x04).content;
      if (isSha256) result.certificateHash = hash;
    }
  }
}

function readCertificate(bytes) {
  const outer = new DerReader(bytes);
  const body = outer.into(0x30).into(0x30);
  outer.end();
  if (body.next === 0xa0) body.take();
  const serial = body.take(0x02).whole;
  body.take(0x30);
  const issuer = body.take(0x30).whole;
  body.take(0x30);
  body.take(0x30);
  const publicKey = body.take(0x30);
  const kind = new DerReader(publicKey.content).into(0x30);
  const result = { hash: sha256(bytes), publicKey: publicKey.whole, algorithm: kind.oid(), issuerAndSerial: sequence(joined(issuer, serial)) };
  if (kind.next === 0x06) result.curve = kind.oid();
  return result;
}

function sequence(content) {
  const n = content.length;
  return joined(Uint8Array.from(n < 128 ? [0x30, n] : n < 256 ? [0x30, 0x81, n] : [0x30, 0x82, n >> 8, n & 255]), content);
}

function algorithm(reader) {
  const inner = reader.into(0x30);
  const oid = inner.oid();
  if (inner.more) inner.take();
  inner.end();
  return oid;
}

function version(reader, lowest, highest) {
  const { content } = reader.take(0x02);
  if (content.length !== 1 || content[0] < lowest || content[0] > highest) throw new DerError('version');
  return content[0];
}

class DerReader {
  constructor(bytes, strict = false) {
    this.bytes = bytes;
    this.strict = strict;
    this.at = 0;
  }

  get more() { return this.at < this.bytes.length; }

  get next() { return this.bytes[this.at]; }

  /** Where the next value's content starts and ends. */
  peek(tag) {
    const { bytes, at, strict } = this;
    if (at + 2 > bytes.length || (tag !== undefined && bytes[at] !== tag) || (bytes[at] & 31) === 31) throw new DerError('tag');
    let start = at + 2, size = bytes[at + 1];
    if (size >= 128) {
      const count = size & 127;
      start += count;
      if (count === 0 || count > 4 || start > bytes.length) throw new DerError('length');
      size = bytes.subarray(at + 2, start).reduce((sum, b) => sum * 256 + b, 0);
      if (strict && (size < 128 || bytes[at + 2] === 0)) throw new DerError('length');
    }
    if (start + size > bytes.length) throw new DerError('length');
    return { start, end: start + size };
  }

  take(tag) {
    const { start, end } = this.peek(tag);
    const value = { whole: this.bytes.subarray(this.at, end), content: this.bytes.subarray(start, end) };
    this.at = end;
    return value;
  }

  into(tag) { return new DerReader(this.take(tag).content, this.strict); }

  end() { if (this.more) throw new DerError('more than expected'); }

  oid() {
    const { content } = this.take(0x06);
    if (content.length === 0 || content.at(-1) & 0x80) throw new DerError('oid');
    const numbers = [];
    let value = 0;
    for (const b of content) {
      value = value * 128 + (b & 127);
      if (b & 0x80) continue;
      numbers.push(value);
      value = 0;
    }
    const first = Math.min(2, Math.floor(numbers[0] / 40));
    return [first, numbers[0] - first * 40, ...numbers.slice(1)].join('.');
  }
}
