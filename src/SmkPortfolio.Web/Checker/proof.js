// W3C Data Integrity with eddsa-rdfc-2022: hash of the proof options, then hash of the document, then Ed25519.

import { fromBase58, joined, sha256, utf8 } from './bytes.js';
import { CanonError, canonicalText } from './canon.js';
import { LdError } from './contexts.js';
import { textOf } from './json.js';
import { ed25519Verify } from './keys.js';
import { statements } from './rdf.js';

const hashOf = (node, context, skip) => sha256(utf8(canonicalText(statements(node, context, skip))));

/** True when the document's one proof was made by the key. */
export async function proofIsSound(json, proof, publicKey) {
  if (proof.has('@context') || textOf(proof, 'type') !== 'DataIntegrityProof') return false;
  if (textOf(proof, 'cryptosuite') !== 'eddsa-rdfc-2022' || textOf(proof, 'proofPurpose') !== 'assertionMethod') return false;
  const value = textOf(proof, 'proofValue');
  const signature = value?.startsWith('z') ? fromBase58(value.slice(1)) : null;
  if (!signature) return false;
  let message;
  try {
    const context = json.get('@context');
    message = joined(hashOf(proof, context, 'proofValue'), hashOf(json, context, 'proof'));
  } catch (problem) {
    if (problem instanceof LdError || problem instanceof CanonError) return false;
    throw problem;
  }
  return ed25519Verify(publicKey, message, signature);
}
