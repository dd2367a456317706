// One credential, step by step; a later step runs only on what an earlier one proved.

import { readDocument } from './document.js';
import { Finding, reportOf } from './findings.js';
import { JsonError, parseObject, textOf } from './json.js';
import { isInFuture, keyStanding, publicKeyOf, wasActive } from './keys.js';
import { proofIsSound } from './proof.js';
import { StatusBook, bitIsSet } from './status.js';
import { judgeStranger } from './strangers.js';

/** The report on a credential that was handed in as a file. */
export async function verifyCredential(bytes, context) {
  const finding = await checkCredential(bytes, context, new StatusBook([], context.lists, context.now));
  closeLog(finding, context);
  for (const name of ['pdf-signature', 'pdf-coverage', 'snapshot']) finding.set(name, 'not-applicable', 'not-a-paper');
  return reportOf(finding, finding, context.now);
}

export function beginLog(finding, context) {
  if (!context.register) finding.set('log', 'unchecked', 'log-no-register');
  else if (!context.register.hasLog) finding.set('log', 'not-applicable', 'no-log');
  else finding.set('log', 'unchecked', 'log-not-at-hand');
}

// The log is a trace for later, not a ground of the verdict; this page takes no log proof.
export function closeLog(finding, context) {
  if (context.register?.hasLog && finding.issuer) finding.set('log', 'not-applicable', 'log-not-at-hand');
}

export async function checkCredential(bytes, context, book) {
  let json;
  try {
    json = parseObject(bytes);
  } catch (problem) {
    if (!(problem instanceof JsonError)) throw problem;
    const finding = new Finding();
    finding.fail('format', 'altered', 'malformed');
    return finding;
  }
  return check(json, false, context, book);
}

async function check(json, isEmbedded, context, book) {
  const finding = new Finding();
  beginLog(finding, context);
  finding.set('evidence', 'not-applicable', 'files-not-presented');
  const document = finding.document = readDocument(json);
  if (!document) { finding.fail('format', 'altered', 'not-a-credential'); return finding; }
  const entry = context.register?.entries.get(document.issuerDid);
  // Of a stranger's document only the signature can be judged, whatever kind it is.
  if (entry && !document.isBadge && !document.isEndorsement) { finding.leave('format', 'not-checkable', 'kind-not-supported'); return finding; }
  finding.set('format', 'passed');
  if (!await (entry ? checkOurProof : checkStrangersProof)(finding, document) || !checkRegister(finding, document, entry, context)) return finding;
  checkDates(finding, document, context.now);
  await checkStatus(finding, document, book);
  if (isEmbedded) return finding;
  finding.set('state', 'not-applicable', document.isBadge ? 'offline' : 'no-state');
  if (finding.revoked) finding.add({ verdict: 'genuine-withdrawn', code: 'withdrawn-by-list', values: [new Date(finding.statusAsOf)] });
  await checkEndorsements(finding, document, context, book);
  return finding;
}

async function checkOurProof(finding, document) {
  const stop = (name, code) => { finding.fail(name, 'altered', code); return false; };
  if (!document.contextsAreKnown) return stop('contexts', 'contexts-foreign');
  finding.set('contexts', 'passed');
  if (document.isProofSet) return stop('proof', 'proof-count');
  const key = publicKeyOf(document.method?.multikey);
  if (!key || document.method.did !== document.issuerDid) return stop('issuer-key', 'key-of-another');
  if (!document.datesAreReadable || !await proofIsSound(document.json, document.proof, key)) return stop('proof', 'proof-broken');
  finding.set('proof', 'passed');
  return true;
}

async function checkStrangersProof(finding, document) {
  const leave = (name, code) => { finding.leave(name, 'not-checkable', code); return false; };
  if (!document.contextsAreKnown) return leave('contexts', 'method-not-supported');
  finding.set('contexts', 'passed');
  switch (await judgeStranger(document)) {
    case 'sound': finding.set('proof', 'passed'); return true;
    case 'broken': finding.fail('proof', 'altered', 'proof-broken'); return false;
    case 'of-another': finding.fail('issuer-key', 'altered', 'key-of-another'); return false;
    case 'needs-document': return leave('issuer-key', 'did-document-needed');
    default: return leave('issuer-key', 'method-not-supported');
  }
}

function checkRegister(finding, document, entry, context) {
  if (!context.register) {
    finding.leave('register', 'issuer-unknown', 'no-register');
    return false;
  }
  // A badge is a school's word, an endorsement a person's: a leaked teacher key must not make badges.
  if (!entry || !(document.isBadge ? entry.school : entry.person)) {
    finding.fail('register', 'issuer-unknown', 'issuer-not-in-register');
    return false;
  }
  const standing = keyStanding(entry, document.method.multikey, document.created);
  if (standing === 'compromised') finding.fail('issuer-key', 'altered', 'key-compromised');
  else if (standing === 'retired') finding.fail('issuer-key', 'altered', 'key-retired');
  else if (standing !== 'good') finding.fail('issuer-key', 'issuer-unknown', 'key-not-in-register');
  else finding.set('issuer-key', 'passed');
  if (standing !== 'good') return false;
  if (!wasActive(entry, document.created)) {
    finding.fail('register', 'issuer-unknown', 'issuer-not-active');
    return false;
  }
  finding.set('register', 'passed');
  finding.issuer = entry;
  return true;
}

function checkDates(finding, document, now) {
  const latest = Math.max(document.validFrom, document.created);
  if (isInFuture(latest, now)) finding.fail('dates', 'not-checkable', 'not-yet-valid', new Date(latest));
  else if (document.validUntil < now) finding.fail('dates', 'genuine-expired', 'expired', new Date(document.validUntil));
  else finding.set('dates', 'passed');
}

async function checkStatus(finding, document, book) {
  const place = document.status;
  const list = place && await book.find(place.url, finding.issuer);
  if (!list || place.index >= list.bits.length * 8) {
    const last = place && await book.at(place.url, finding.issuer);
    if (!last || (place.index < last.bits.length * 8 && bitIsSet(last, place.index))) {
      finding.leave('status', 'not-checkable', 'status-unavailable');
      return;
    }
    finding.statusAsOf = last.signedAt;
    finding.leave('status', 'not-checkable', 'status-unavailable-last', new Date(last.signedAt));
    return;
  }
  finding.statusAsOf = list.signedAt;
  finding.revoked = bitIsSet(list, place.index);
  if (finding.revoked) finding.set('status', 'failed', 'withdrawn-by-list', new Date(list.signedAt));
  else finding.set('status', 'passed', 'status-as-of', new Date(list.signedAt));
}

async function checkEndorsements(finding, document, context, book) {
  if (!document.endorsements) {
    finding.set('endorsements', 'not-applicable', 'no-endorsements');
    return;
  }
  for (const json of document.endorsements) finding.endorsements.push(await judgeEndorsement(document, json, context, book));
  const all = finding.endorsements;
  const any = standing => all.some(e => e.standing === standing);
  const counted = all.filter(e => e.standing === 'counts');
  const batch = counted.filter(e => e.isBatch).length;
  if (any('broken')) finding.fail('endorsements', 'altered', 'endorsement-broken');
  else if (any('unknown')) finding.fail('endorsements', 'issuer-unknown', 'endorser-not-in-register');
  else if (any('unchecked')) finding.leave('endorsements', 'not-checkable', 'status-unavailable');
  else if (counted.length === 0) finding.fail('endorsements', 'genuine-withdrawn', 'endorsement-withdrawn');
  else if (batch > 0) finding.set('endorsements', 'passed', 'endorsements-batch', counted.length, batch);
  else finding.set('endorsements', 'passed', 'endorsements-counted', counted.length, all.length);
}

async function judgeEndorsement(owner, json, context, book) {
  const found = await check(json, true, context, book);
  const document = found.document;
  const as = standing => ({ did: document?.issuerDid ?? '', person: found.issuer?.person, standing, isBatch: document?.isBatch === true });
  // What a stolen key signed does not count, but that is no fault of the document around it.
  if (found.grounds.some(ground => ground.code === 'key-compromised')) return as('withdrawn');
  if (!document?.isEndorsement || found.has('altered')) return as('broken');
  // The very bytes that the school pins as evidence must be those that the person endorsed.
  const digest = textOf(document.subject, 'digestSRI'), subjectId = textOf(document.subject, 'id');
  if (digest === undefined || !owner.evidence.some(e => e.id === subjectId && e.digest === digest)) return as('broken');
  if (found.revoked) return as('withdrawn');
  if (found.has('issuer-unknown')) return as('unknown');
  return as(found.grounds.length === 0 && found.issuer ? 'counts' : 'unchecked');
}
