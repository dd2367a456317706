// Status lists: those stapled to a paper and those handed in with it. Each is checked before a bit of it is read.

import { fromBase64Url } from './bytes.js';
import { readDocument } from './document.js';
import { InflateError, gunzip } from './inflate.js';
import { JsonError, member, parseObject, textOf } from './json.js';
import { didBase, isInFuture, keyStanding, publicKeyOf } from './keys.js';
import { proofIsSound } from './proof.js';

const mostLists = 64;
const leastBits = 131_072;
const mostBytes = 1024 * 1024;

export const bitIsSet = (list, index) => (list.bits[index >> 3] & (0x80 >> (index & 7))) !== 0;

export class StatusBook {
  #stapled = new Map();
  #handedIn = [];
  #known = new Map();

  constructor(stapled, handedIn, now) {
    this.now = now;
    for (const bytes of stapled.slice(0, mostLists)) {
      const json = readable(bytes);
      const url = textOf(json, 'id');
      if (url !== undefined && !this.#stapled.has(url)) this.#stapled.set(url, json);
    }
    this.#handedIn = handedIn.slice(0, mostLists).map(readable).filter(json => json !== null);
  }

  /** The newest sound list of that address under the issuer's own. */
  async find(url, issuer) {
    const key = `${issuer.did} ${url}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const base = didBase(issuer.did);
    if (this.#known.size >= mostLists || !base || !url.startsWith(`${base}status/`) || url.includes('..')) return null;
    const list = await this.at(url, issuer);
    this.#known.set(key, list);
    return list;
  }

  /** The same wherever it lies, for saying when a document was last confirmed. */
  async at(url, issuer) {
    let newest = null;
    for (const json of [this.#stapled.get(url), ...this.#handedIn.filter(json => textOf(json, 'id') === url)]) {
      const list = json ? await this.#check(json, url, issuer) : null;
      if (list && (!newest || list.signedAt > newest.signedAt)) newest = list;
    }
    return newest;
  }

  async #check(json, url, issuer) {
    const document = readDocument(json);
    if (!document?.isStatusList || document.isProofSet || !document.contextsAreOurs || !document.datesAreReadable || !document.method) return null;
    const { method, created, validFrom, validUntil, subject } = document;
    if (document.id !== url || document.issuerDid !== issuer.did || method.did !== issuer.did) return null;
    if (isInFuture(created, this.now) || isInFuture(validFrom, this.now) || validUntil < this.now) return null;
    if (keyStanding(issuer, method.multikey, created) !== 'good') return null;
    const key = publicKeyOf(method.multikey);
    if (!key || !await proofIsSound(json, document.proof, key)) return null;
    if (textOf(subject, 'type') !== 'BitstringStatusList' || textOf(subject, 'statusPurpose') !== 'revocation' || member(subject, 'statusSize') !== undefined) return null;
    const bits = unpack(textOf(subject, 'encodedList'));
    return bits && { bits, signedAt: created };
  }
}

function readable(bytes) {
  try {
    return parseObject(bytes);
  } catch (problem) {
    if (problem instanceof JsonError) return null;
    throw problem;
  }
}

function unpack(encoded) {
  const packed = encoded?.startsWith('u') && encoded.length <= mostBytes * 2 ? fromBase64Url(encoded.slice(1)) : null;
  if (!packed) return null;
  try {
    const bits = gunzip(packed, mostBytes);
    return bits.length * 8 < leastBits ? null : bits;
  } catch (problem) {
    if (problem instanceof InflateError) return null;
    throw problem;
  }
}
