// Whether the issuer's key signed a document. Of an issuer in the register more is demanded than of a stranger, who cannot become green.

import { publicKeyOf } from './keys.js';
import { proofIsSound } from './proof.js';
import { keyOfMultikey } from './publickey.js';
import { judgeStranger } from './strangers.js';

/** The multikey that signed, or of a stranger just that it did; null when that is not proved, with the reason noted. */
export async function checkProof(finding, document, entry) {
  const key = await (!entry ? ofStranger(finding, document) : document.jwt ? ofOurJwt(finding, document, entry) : ofOurs(finding, document));
  if (key) finding.set('proof', 'passed');
  return key;
}

async function ofOurs(finding, document) {
  if (!usesOurContexts(finding, document)) return null;
  if (document.isProofSet) return stop(finding, 'proof', 'proof-count');
  const key = publicKeyOf(document.method?.multikey);
  if (!key || document.method.did !== document.issuerDid) return stop(finding, 'issuer-key', 'key-of-another');
  if (!document.datesAreReadable || !await proofIsSound(document.json, document.proof, key)) return stop(finding, 'proof', 'proof-broken');
  return document.method.multikey;
}

// The register knows keys, not what a DID document calls them: the key whose signature it is, is the one that was meant.
async function ofOurJwt(finding, document, entry) {
  const { jwt } = document;
  if (!usesOurContexts(finding, document)) return null;
  if (jwt.address?.did !== document.issuerDid) return stop(finding, 'issuer-key', 'key-of-another');
  if (!jwt.isPlain || !document.datesAreReadable) return stop(finding, 'proof', 'proof-broken');
  const names = jwt.address.key ? [jwt.address.fragment] : entry.keys.map(key => key.multikey);
  const keys = names.map(name => ({ name, key: keyOfMultikey(name) })).filter(({ key }) => key?.algorithm === jwt.algorithm);
  for (const { name, key } of keys) if (await jwt.isSignedBy(key)) return name;
  if (keys.length > 0 || jwt.address.key) return stop(finding, 'proof', 'proof-broken');
  finding.leave('issuer-key', 'not-checkable', 'key-unknown');
  return null;
}

async function ofStranger(finding, document) {
  if (document.contextsAreKnown) finding.set('contexts', 'passed');
  else if (!document.jwt) {
    finding.leave('contexts', 'not-checkable', 'method-not-supported');
    return null;
  }
  const outcome = await judgeStranger(document);
  if (outcome === 'sound') return outcome;
  if (outcome === 'broken') return stop(finding, 'proof', 'proof-broken');
  if (outcome === 'of-another') return stop(finding, 'issuer-key', 'key-of-another');
  finding.leave('issuer-key', 'not-checkable', outcome === 'needs-document' ? 'did-document-needed' : 'method-not-supported');
  return null;
}

function usesOurContexts(finding, document) {
  if (document.contextsAreOurs) finding.set('contexts', 'passed');
  else stop(finding, 'contexts', 'contexts-foreign');
  return document.contextsAreOurs;
}

function stop(finding, name, code) {
  finding.fail(name, 'altered', code);
  return null;
}
