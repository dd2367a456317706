// W3C Data Integrity with eddsa-rdfc-2022: hash of the proof options, then hash of the document, then Ed25519. The older suite hashes in the
// same way.

import { fromBase58, joined, sha256, utf8 } from './bytes.js';
import { CanonError, canonicalText } from './canon.js';
import { LdError } from './contexts.js';
import { singleText } from './json.js';
import { ed25519Verify } from './keys.js';
import { statements } from './rdf.js';

const dataIntegrity = 'DataIntegrityProof';
const signature2020 = 'Ed25519Signature2020';

const hashOf = (node, context, skip) => sha256(utf8(canonicalText(statements(node, context, skip))));

/** True when the proof was made by the key; what cannot be converted was not issued here. */
export async function proofIsSound(json, proof, publicKey) {
  try {
    return isOfOurSuite(proof) && await proofIsMadeBy(json, proof, publicKey, documentHash(json));
  } catch (problem) {
    if (problem instanceof LdError || problem instanceof CanonError) return false;
    throw problem;
  }
}

/** The suite that we issue with, or the older one that hashes in the same way. */
export const isOfSuite = proof => singleText(proof, 'type') === signature2020 || isOfOurSuite(proof);

const isOfOurSuite = proof => singleText(proof, 'type') === dataIntegrity && singleText(proof, 'cryptosuite') === 'eddsa-rdfc-2022';

/** The hash of a document, which all proofs of a set share; worked out once, and only when it is asked for. */
export function documentHash(json) {
  let hash;
  return () => hash ??= hashOf(json, json.get('@context'), 'proof');
}

/** True when the proof was made by the key; an LdError or CanonError when the document cannot be converted. */
export async function proofIsMadeBy(json, proof, publicKey, hash) {
  // What costs nothing comes first.
  if (!isOfSuite(proof) || proof.has('@context') || singleText(proof, 'proofPurpose') !== 'assertionMethod') return false;
  const value = singleText(proof, 'proofValue');
  const signature = value?.startsWith('z') ? fromBase58(value.slice(1)) : null;
  if (signature?.length !== 64) return false;
  const message = joined(hashOf(proof, json.get('@context'), 'proofValue'), hash());
  return ed25519Verify(publicKey, message, signature);
}
