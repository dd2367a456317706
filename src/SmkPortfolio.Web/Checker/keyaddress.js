// A key's address, did#fragment, and the key itself when the address holds it. Nothing is ever fetched.

import { fromBase64Url } from './bytes.js';
import { JsonError, parseObject } from './json.js';
import { keyOfJwk, keyOfMultikey } from './publickey.js';

const longestAddress = 4096;

/** The address; null when the text is none. Its key is null when only a document elsewhere would tell it. */
export function readAddress(text) {
  const [did, fragment, ...more] = text?.split('#') ?? [];
  if (!did || !fragment || more.length > 0 || text.length > longestAddress) return null;
  const key = keyIn(did, fragment);
  return { did, fragment, key, needsDocument: !key && did.startsWith('did:web:') };
}

function keyIn(did, fragment) {
  if (did.startsWith('did:key:')) return did.slice('did:key:'.length) === fragment ? keyOfMultikey(fragment) : null;
  if (did.startsWith('did:jwk:')) return fragment === '0' ? keyOfDidJwk(did.slice('did:jwk:'.length)) : null;
  return did.startsWith('did:web:') ? keyOfMultikey(fragment) : null;
}

function keyOfDidJwk(encoded) {
  const bytes = fromBase64Url(encoded);
  try {
    return bytes && keyOfJwk(parseObject(bytes));
  } catch (problem) {
    if (problem instanceof JsonError) return null;
    throw problem;
  }
}
