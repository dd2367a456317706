// The signature of an issuer that no register names, judged by the key in its own identifier.

import { CanonError } from './canon.js';
import { LdError } from './contexts.js';
import { singleText } from './json.js';
import { readAddress } from './keyaddress.js';
import { documentHash, isOfSuite, proofIsMadeBy } from './proof.js';

// In the order in which one proof of a set outweighs another.
const weightiest = ['sound', 'broken', 'needs-document', 'not-supported', 'of-another'];

/** How the signatures of a stranger's document stand. */
export async function judgeStranger(document) {
  if (document.jwt) return judgeJwt(document, document.jwt);
  // One canonical form for all proofs of a set.
  const hash = documentHash(document.json), found = [];
  for (const proof of document.proofs) found.push(await judgeProof(document, proof, hash));
  return weightiest.find(outcome => found.includes(outcome));
}

async function judgeJwt(document, jwt) {
  if (!jwt.isPlain) return 'not-supported';
  const found = findKey(document, jwt.address);
  return found.key ? (await jwt.isSignedBy(found.key) ? 'sound' : 'broken') : found.outcome;
}

async function judgeProof(document, proof, hash) {
  // A proof with a vocabulary of its own may mean anything by its words.
  if (!isOfSuite(proof) || proof.has('@context')) return 'not-supported';
  const found = findKey(document, readAddress(singleText(proof, 'verificationMethod')));
  if (!found.key) return found.outcome;
  if (!found.key.ed25519) return 'not-supported';
  try {
    return await proofIsMadeBy(document.json, proof, found.key.ed25519, hash) ? 'sound' : 'broken';
  } catch (problem) {
    // Our processor reads less than all of JSON-LD: what it refuses need not be altered.
    if (problem instanceof LdError || problem instanceof CanonError) return 'not-supported';
    throw problem;
  }
}

function findKey(document, address) {
  if (!address || !document.issuerDid.startsWith('did:')) return { outcome: 'not-supported' };
  if (address.did !== document.issuerDid) return { outcome: 'of-another' };
  return address.key ? { key: address.key } : { outcome: address.needsDocument ? 'needs-document' : 'not-supported' };
}
