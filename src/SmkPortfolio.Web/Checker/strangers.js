// The signature of an issuer that no register names, judged by the key in its own identifier. Nothing is ever fetched.

import { fromBase64Url, utf8 } from './bytes.js';
import { CanonError } from './canon.js';
import { LdError } from './contexts.js';
import { JsonError, member, parseObject, textOf } from './json.js';
import { publicKeyOf } from './keys.js';
import { proofIsMadeBy } from './proof.js';

const longestAddress = 4096;
// In the order in which one proof of a set outweighs another.
const weightiest = ['sound', 'broken', 'needs-document', 'not-supported', 'of-another'];

/** How the signatures of a stranger's document stand. */
export async function judgeStranger(document) {
  const found = await Promise.all(document.proofs.map(proof => judgeProof(document, proof)));
  return weightiest.find(outcome => found.includes(outcome));
}

async function judgeProof(document, proof) {
  if (textOf(proof, 'type') !== 'DataIntegrityProof' || textOf(proof, 'cryptosuite') !== 'eddsa-rdfc-2022') return 'not-supported';
  const parts = textOf(proof, 'verificationMethod')?.split('#') ?? [];
  const [did, fragment] = parts;
  if (parts.length !== 2 || !did || !fragment || did.length + fragment.length >= longestAddress || !document.issuerDid.startsWith('did:')) return 'not-supported';
  if (did !== document.issuerDid) return 'of-another';
  const key = keyIn(did, fragment);
  if (!key) return did.startsWith('did:web:') ? 'needs-document' : 'not-supported';
  try {
    return await proofIsMadeBy(document.json, proof, key) ? 'sound' : 'broken';
  } catch (problem) {
    // Our processor reads less than all of JSON-LD: what it refuses need not be altered.
    if (problem instanceof LdError || problem instanceof CanonError) return 'not-supported';
    throw problem;
  }
}

function keyIn(did, fragment) {
  if (did.startsWith('did:key:')) return did.slice('did:key:'.length) === fragment ? publicKeyOf(fragment) : null;
  if (did.startsWith('did:jwk:')) return fragment === '0' ? keyOfJwk(did.slice('did:jwk:'.length)) : null;
  return did.startsWith('did:web:') ? publicKeyOf(fragment) : null;
}

function keyOfJwk(encoded) {
  try {
    const jwk = parseObject(fromBase64Url(encoded) ?? utf8(''));
    if (member(jwk, 'd') !== undefined || textOf(jwk, 'kty') !== 'OKP' || textOf(jwk, 'crv') !== 'Ed25519') return null;
    const key = fromBase64Url(textOf(jwk, 'x') ?? '');
    return key?.length === 32 ? key : null;
  } catch (problem) {
    if (problem instanceof JsonError) return null;
    throw problem;
  }
}
