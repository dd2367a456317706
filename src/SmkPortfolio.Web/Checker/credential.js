// One credential, step by step; a later step runs only on what an earlier one proved.

import { credentialIn } from './claims.js';
import { readDocument } from './document.js';
import { checkEvidence } from './evidence.js';
import { namesIssuer } from './did.js';
import { Finding, reportOf } from './findings.js';
import { checkProof } from './issuerproof.js';
import { JsonError, hasType, parseObject } from './json.js';
import { readJwt } from './jwt.js';
import { isInFuture, keyStanding, wasActive } from './keys.js';
import { beginLog, closeLog } from './log.js';
import { closingOf } from './register.js';
import { StatusBook, bitIsSet } from './status.js';

/** The report on a credential that was handed in as JSON. */
export function verifyCredential(bytes, context) {
  return verifyWhole(bytes, context, checkCredential);
}

/** The report on a credential that was handed in as a JWT. */
export function verifyJwt(bytes, context) {
  return verifyWhole(bytes, context, checkJwt);
}

async function verifyWhole(bytes, context, find) {
  const finding = await find(bytes, context, new StatusBook([], context.lists, context.now));
  await closeLog(finding, bytes, context);
  for (const name of ['pdf-signature', 'pdf-coverage', 'snapshot']) finding.set(name, 'not-applicable', 'not-a-paper');
  return reportOf(finding, finding, context.now);
}

/** What is found out about one credential in JSON. */
export function checkCredential(bytes, context, book) {
  return orMalformed(() => {
    const json = parseObject(bytes);
    return isPresentation(json) ? notOfAKind(context) : check(begin(context), readDocument(json), false, context, book);
  });
}

function checkJwt(bytes, context, book) {
  return orMalformed(() => {
    const jwt = readJwt(bytes);
    if (!jwt.isUnsigned && (jwt.isOfPresentation || jwt.claims.has('vp') || isPresentation(jwt.claims))) return notOfAKind(context);
    const finding = begin(context);
    const credential = jwt.isUnsigned || !jwt.isOfCredential ? null : credentialIn(jwt.claims);
    if (credential) return check(finding, readDocument(credential, jwt), false, context, book);
    finding.fail('format', 'altered', jwt.isUnsigned ? 'jwt-unsigned' : jwt.isOfCredential ? 'jwt-claims' : 'not-a-credential');
    return finding;
  });
}

async function orMalformed(find) {
  try {
    return await find();
  } catch (problem) {
    if (!(problem instanceof JsonError)) throw problem;
    const finding = new Finding();
    finding.fail('format', 'altered', 'malformed');
    return finding;
  }
}

// What a wallet hands over: credentials inside, and around them a proof of who hands them over.
const isPresentation = json => hasType(json, 'VerifiablePresentation') && !hasType(json, 'VerifiableCredential');

function notOfAKind(context) {
  const finding = begin(context);
  finding.leave('format', 'not-checkable', 'kind-not-supported');
  return finding;
}

function begin(context) {
  const finding = new Finding();
  beginLog(finding, context);
  finding.set('evidence', 'not-applicable', 'files-not-presented');
  return finding;
}

async function check(finding, document, isEmbedded, context, book) {
  finding.document = document;
  if (!document) { finding.fail('format', 'altered', 'not-a-credential'); return finding; }
  const entry = context.register?.entries.get(document.issuerDid);
  // Of a stranger's document only the signature can be judged, whatever kind and shape it is; but who it says has signed must be a name that can be shown.
  if (entry && !document.isWhole) { finding.fail('format', 'altered', 'not-a-credential'); return finding; }
  if (!namesIssuer(document.issuerDid)) { finding.fail('format', 'altered', 'issuer-not-a-did'); return finding; }
  finding.set('format', 'passed');
  const multikey = await checkProof(finding, document, entry);
  if (!multikey || !checkRegister(finding, document, entry, multikey, context)) return finding;
  // Only what an issuer of ours really signed is a kind we do not know yet; anything else that calls itself so was changed.
  if (!isOfKnownKind(document)) { finding.leave('format', 'not-checkable', 'kind-not-supported'); return finding; }
  checkDates(finding, document, context.now);
  await checkStatus(finding, document, book);
  if (isEmbedded) return finding;
  checkEvidence(finding, document, context);
  finding.set('state', 'not-applicable', document.isBadge ? 'offline' : 'no-state');
  if (finding.revoked) finding.add({ verdict: 'genuine-withdrawn', code: 'withdrawn-by-list', values: [new Date(finding.statusAsOf)] });
  await checkEndorsements(finding, document, context, book);
  return finding;
}

function checkRegister(finding, document, entry, multikey, context) {
  if (!context.register) {
    finding.leave('register', 'issuer-unknown', 'no-register');
    return false;
  }
  // A badge is a school's word, an endorsement a person's: a leaked teacher key must not make badges.
  if (!entry || (isOfKnownKind(document) && !(document.isBadge ? entry.school : entry.person))) {
    finding.fail('register', 'issuer-unknown', 'issuer-not-in-register');
    return false;
  }
  const standing = keyStanding(entry, multikey, document.created);
  if (standing === 'compromised') finding.fail('issuer-key', 'altered', 'key-compromised');
  else if (standing === 'retired') finding.fail('issuer-key', 'altered', 'key-retired');
  else if (standing !== 'good') finding.fail('issuer-key', 'issuer-unknown', 'key-not-in-register');
  else finding.set('issuer-key', 'passed');
  if (standing !== 'good') return false;
  if (!wasActive(entry, document.created)) {
    finding.fail('register', 'issuer-unknown', 'issuer-not-active');
    return false;
  }
  finding.set('register', 'passed', ...closingOf(context.register, entry));
  finding.issuer = entry;
  return true;
}

const isOfKnownKind = document => document.isBadge || document.isEndorsement;

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
    finding.leave('status', 'not-checkable', 'status-unavailable');
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
  const found = await check(begin(context), readDocument(json), true, context, book);
  const document = found.document;
  const as = standing => ({ did: document?.issuerDid ?? '', person: found.issuer?.person, standing, isBatch: document?.isBatch === true });
  // What a stolen key signed does not count, but that is no fault of the document around it.
  if (found.grounds.some(ground => ground.code === 'key-compromised')) return as('withdrawn');
  if (!document?.isEndorsement || found.has('altered')) return as('broken');
  // The very bytes that the school pins as evidence must be those that the person endorsed.
  const { subjectDigest, subjectId } = document;
  if (subjectDigest === undefined || !owner.evidence.some(e => e.id === subjectId && e.digest === subjectDigest)) return as('broken');
  if (found.revoked) return as('withdrawn');
  if (found.has('issuer-unknown')) return as('unknown');
  return as(found.grounds.length === 0 && found.issuer ? 'counts' : 'unchecked');
}
