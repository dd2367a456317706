// Status lists: those stapled to a paper and those handed in with it. Each is checked before a bit of it is read.

import { fromBase64Url } from './bytes.js';
import { readDocument } from './document.js';
import { InflateError, gunzip } from './inflate.js';
import { JsonError, parseObject, textOf } from './json.js';
import { didBase, isInFuture, keyStanding, publicKeyOf } from './keys.js';
import { proofIsSound } from './proof.js';

const mostLists = 64;
const leastBits = 131_072;
const mostBytes = 1024 * 1024;

export const bitIsSet = (list, index) => (list.bits[index >> 3] & (0x80 >> (index & 7))) !== 0;

export class StatusBook {
  #atHand = new Map();
  #known = new Map();

  constructor(stapled, handedIn, now) {
    this.now = now;
    // Those inside a document cannot crowd out those beside it.
    for (const bytes of [...handedIn.slice(0, mostLists), ...stapled.slice(0, mostLists)]) {
      const json = readable(bytes);
      const url = textOf(json, 'id');
      if (url === undefined) continue;
      if (!this.#atHand.has(url)) this.#atHand.set(url, []);
      this.#atHand.get(url).push(json);
    }
  }

  /** The newest sound list of that address under the issuer's own. */
  async find(url, issuer) {
    const key = `${issuer.did} ${url}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const base = didBase(issuer.did);
    if (this.#known.size >= mostLists || !base || !url.startsWith(`${base}status/`) || url.includes('..')) return null;
    let newest = null;
    for (const json of this.#atHand.get(url) ?? []) {
      const list = await this.#check(json, url, issuer);
      if (list && (!newest || list.signedAt > newest.signedAt)) newest = list;
    }
    this.#known.set(key, newest);
    return newest;
  }

  async #check(json, url, issuer) {
    const document = readDocument(json);
    if (!document?.isStatusList || !document.isWhole || document.isProofSet || !document.contextsAreOurs || !document.datesAreReadable || !document.method) return null;
    const { method, created, validFrom, validUntil } = document;
    if (document.id !== url || document.issuerDid !== issuer.did || method.did !== issuer.did) return null;
    if (isInFuture(created, this.now) || isInFuture(validFrom, this.now) || validUntil < this.now) return null;
    if (keyStanding(issuer, method.multikey, created) !== 'good') return null;
    const key = publicKeyOf(method.multikey);
    if (!key || !await proofIsSound(json, document.proof, key)) return null;
    const bits = document.isListOfRevocations ? unpack(document.encodedList) : null;
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
