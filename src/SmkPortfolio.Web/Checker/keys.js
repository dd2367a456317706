// Signatures by the browser's own cryptography, and the names of keys.

import { fromBase58 } from './bytes.js';

/** This browser lacks what a check needs; nothing may then be called genuine, nor altered. */
export class BrowserError extends Error {}

const skew = 5 * 60 * 1000;

/** The 32 bytes behind z6Mk…; null when it is no such key. */
export function publicKeyOf(multikey) {
  const bytes = multikey?.startsWith('z') ? fromBase58(multikey.slice(1)) : null;
  return bytes?.length === 34 && bytes[0] === 0xed && bytes[1] === 0x01 ? bytes.subarray(2) : null;
}

export async function ed25519Verify(publicKey, message, signature) {
  if (publicKey.length !== 32 || signature?.length !== 64) return false;
  return verifyWith({ name: 'Ed25519' }, 'raw', publicKey, signature, message);
}

/** True when the key made the signature; a BrowserError when this browser does not know the method. */
export async function verifyWith(method, format, publicKey, signature, message) {
  let key;
  try {
    key = await crypto.subtle.importKey(format, publicKey, method, false, ['verify']);
  } catch (problem) {
    // A browser that knows the method but not this key says DataError.
    if (problem.name === 'NotSupportedError') throw new BrowserError(method.name);
    return false;
  }
  return crypto.subtle.verify(method, key, signature, message);
}

/** True when this browser can check our signatures: tried with the first test vector of RFC 8032 and with a false one. */
export async function browserCanVerify() {
  const bytes = text => Uint8Array.from(text.match(/../g), pair => parseInt(pair, 16));
  const key = bytes('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
  const signature = bytes('e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b');
  try {
    return await ed25519Verify(key, new Uint8Array(0), signature) && !await ed25519Verify(key, new Uint8Array(1), signature);
  } catch {
    return false;
  }
}

/** The address under which everything of a did:web lies; null when it is no did:web of a host. */
export function didBase(did) {
  const parts = did?.startsWith('did:web:') ? did.slice(8).split(':') : [];
  if (parts.length === 0 || !parts.every(part => /^[A-Za-z0-9_.%-]+$/.test(part))) return null;
  const authority = parts[0].replaceAll('%3A', ':');
  if (authority.includes('%') || parts.slice(1).some(part => part.includes('%') || part === '.' || part === '..')) return null;
  const scheme = /^localhost(:|$)/.test(authority) ? 'http' : 'https';
  try {
    const url = new URL([`${scheme}://${authority}`, ...parts.slice(1), ''].join('/'));
    return url.host === authority && !/^\d+(\.\d+){3}$/.test(url.hostname) ? url.href : null;
  } catch {
    return null;
  }
}

/** What the register says of a key at the time it claims to have signed. */
export function keyStanding(entry, multikey, signedAt) {
  const key = entry.keys.find(k => k.multikey === multikey);
  if (!key) return 'not-listed';
  if (key.compromisedAt !== undefined) return 'compromised';
  // Whoever signs after the day on which the key was laid down is not the issuer any more.
  if (signedAt - key.retiredAt > skew) return 'retired';
  return key.from - signedAt > skew ? 'not-yet' : 'good';
}

export const wasActive = (entry, signedAt) => !(entry.from - signedAt > skew) && !(signedAt - entry.to > skew);

export const isInFuture = (time, now) => time - now > skew;
