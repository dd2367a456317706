// W3C Data Integrity with eddsa-rdfc-2022: hash of the proof options, then hash of the document, then Ed25519. The older suite hashes in the
// same way.

import { fromBase58, joined, sha256, utf8 } from './bytes.js';
import { CanonError, canonicalText } from './canon.js';
import { LdError } from './contexts.js';
import { textOf } from './json.js';
import { ed25519Verify } from './keys.js';
import { statements } from './rdf.js';

export const dataIntegrity = 'DataIntegrityProof';
export const signature2020 = 'Ed25519Signature2020';

const hashOf = (node, context, skip) => sha256(utf8(canonicalText(statements(node, context, skip))));

/** True when the proof was made by the key; what cannot be converted was not issued here. */
export async function proofIsSound(json, proof, publicKey) {
  try {
    return await proofIsMadeBy(json, proof, publicKey);
  } catch (problem) {
    if (problem instanceof LdError || problem instanceof CanonError) return false;
    throw problem;
  }
}

/** True when the proof was made by the key; an LdError or CanonError when the document cannot be converted. */
export async function proofIsMadeBy(json, proof, publicKey, isOlder = false) {
  if (textOf(proof, 'type') !== (isOlder ? signature2020 : dataIntegrity) || (!isOlder && textOf(proof, 'cryptosuite') !== 'eddsa-rdfc-2022')) return false;
  if (proof.has('@context') || textOf(proof, 'proofPurpose') !== 'assertionMethod') return false;
  const value = textOf(proof, 'proofValue');
  const signature = value?.startsWith('z') ? fromBase58(value.slice(1)) : null;
  if (!signature) return false;
  const context = json.get('@context');
  const message = joined(hashOf(proof, context, 'proofValue'), hashOf(json, context, 'proof'));
  return ed25519Verify(publicKey, message, signature);
}
