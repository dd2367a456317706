// A ZIP as somebody keeps it: documents to check, and beside them what a check without a network needs.

import { digestOf, pinnedBy } from './evidence.js';
import { kindOf } from './verify.js';
import { filesInZip } from './zip.js';

const proofEnding = '.tlog-proof';

/** What is in the archive, by what it is for. A pause is made after each file, so that the page can be used meanwhile. */
export async function openBundle(archive, room, pause) {
  const bundle = { documents: [], lists: [], register: null, proofs: new Map(), evidence: new Map(), aside: 0 };
  for (const file of filesInZip(archive, room, isBeside)) {
    sortInto(bundle, file);
    await pause();
  }
  return bundle;
}

function sortInto(bundle, { path, bytes, problem }) {
  if (isBeside(path)) {
    const pin = bytes && pinnedBy(path);
    if (!pin) bundle.aside++;
    else bundle.evidence.set(pin, [...bundle.evidence.get(pin) ?? [], digestOf(bytes)]);
  } else if (!bytes) bundle.documents.push({ path, bytes, problem });
  else if (path === 'register.jws') bundle.register = bytes;
  else if (isLogProof(path)) bundle.proofs.set(stemOf(path), logProofText(bytes));
  else if (isStatusList(bytes)) bundle.lists.push(bytes);
  else bundle.documents.push({ path, bytes, problem });
}

export const isLogProof = path => path.endsWith(proofEnding);

export const logProofText = bytes => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** The name without folder and ending, by which a log proof finds its document. */
export function stemOf(path) {
  const name = path.slice(path.lastIndexOf('/') + 1), dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

/** True for a JSON object that calls itself a status list; whether it is a sound one is asked when it is used. */
export function isStatusList(bytes) {
  try {
    const type = kindOf(bytes) === 'json' ? JSON.parse(new TextDecoder().decode(bytes)).type : null;
    return Array.isArray(type) && type.includes('BitstringStatusListCredential');
  } catch (problem) {
    if (problem instanceof SyntaxError) return false;
    throw problem;
  }
}

const isBeside = path => /^(evidence|revisions)\//.test(path) || path === 'README.txt' || path === 'checker.html';
