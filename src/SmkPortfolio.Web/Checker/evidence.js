// Whether the files at hand are those that a document pins. What is not at hand stays uncompared, and the check says how much that is.

import { base64, sha256 } from './bytes.js';

const revisionPath = /^revisions\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.json$/i;
const filePath = /^evidence\/([0-9a-f]{32})-[^/]+$/i;

/** Where a file in a bundle lies on the site, as its folder and the digits of its id; null when its path names none. */
export function pinnedBy(path) {
  const found = revisionPath.exec(path) ?? filePath.exec(path);
  return found && `${path.slice(0, path.indexOf('/'))} ${found[1].replaceAll('-', '').toLowerCase()}`;
}

export const digestOf = bytes => `sha256-${base64(sha256(bytes))}`;

// Two files of one id must both be the one that was pinned.
function atHand(context, address) {
  try {
    const [folder, name] = new URL(address).pathname.split('/').slice(-2);
    return context.evidence?.get(`${folder} ${(name ?? '').replaceAll('-', '').toLowerCase()}`) ?? [];
  } catch {
    return [];
  }
}

export function checkEvidence(finding, document, context) {
  const pins = [...document.evidence];
  if (document.isEndorsement && document.subjectId !== undefined) pins.push({ id: document.subjectId, digest: document.subjectDigest });
  const found = pins.map(pin => ({ digest: pin.digest, files: atHand(context, pin.id) })).filter(pin => pin.files.length > 0);
  [finding.evidencePinned, finding.evidenceCompared] = [pins.length, found.length];
  if (found.some(pin => pin.files.some(digest => digest !== pin.digest))) finding.fail('evidence', 'altered', 'evidence-altered');
  else tellEvidence(finding, found.length, pins.length);
}

/** How many of the pinned files were compared, and all of those agree. */
export function tellEvidence(checks, compared, pinned) {
  if (compared === 0) checks.set('evidence', 'not-applicable', 'files-not-presented');
  else checks.set('evidence', 'passed', 'evidence-compared', compared, pinned);
}
