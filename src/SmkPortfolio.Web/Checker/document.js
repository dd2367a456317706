// The members of a credential that we read. An embedded proof covers what a document means and not how it is written, so a list of one is read
// as the one; around a JWT the bytes are signed, and nothing is read into them. A member of another shape counts as missing, and what is
// missing is never good news.

import { contextIsOurs, credentialsV2, knowsContext } from './contexts.js';
import { hasType, instant, itemsOf, member, singleOf, valuesOf } from './json.js';

const mostEndorsements = 100;
const mostProofs = 8;
const batchDescription = 'batch: diberikan sekaligus untuk beberapa karya, tanpa membuka karya ini / given to several works at once, without opening this one';

/** The document, or null when it is not a credential with an embedded proof or a JWT around it. */
export function readDocument(json, jwt = null) {
  const value = jwt ? member : singleOf, values = jwt ? itemsOf : valuesOf;
  const text = (of, name) => { const found = value(of, name); return typeof found === 'string' ? found : undefined; };
  const object = (of, name) => { const found = value(of, name); return found instanceof Map ? found : undefined; };
  const time = (of, name) => instant(text(of, name));
  const issuer = value(json, 'issuer');
  const issuerDid = issuer instanceof Map ? member(issuer, 'id') : issuer;
  const subjects = valuesOf(json, 'credentialSubject');
  const proofs = jwt ? [] : valuesOf(json, 'proof');
  const [proof] = proofs;
  if (!hasType(json, 'VerifiableCredential') || typeof issuerDid !== 'string' || subjects.length === 0 || !subjects.every(s => s instanceof Map)) return null;
  if (!jwt && (proofs.length === 0 || proofs.length > mostProofs || !proofs.every(p => p instanceof Map))) return null;
  const id = text(json, 'id') ?? '', subject = object(json, 'credentialSubject');
  const achievement = object(subject, 'achievement');
  const validFrom = time(json, 'validFrom'), validUntil = time(json, 'validUntil');
  const created = jwt ? jwt.issuedAt ?? validFrom : time(proof, 'created');
  const contexts = values(json, '@context');
  const contextsAre = isAllowed => contexts.length > 0 && contexts.every(url => typeof url === 'string' && isAllowed(url)) && contexts[0] === credentialsV2;
  return {
    json, jwt, id, issuerDid, subject, proof, proofs, created, validFrom, validUntil,
    // Has an id and one subject, as all of ours; the data model asks strangers for neither.
    isWhole: id.length > 0 && !!subject,
    isProofSet: proofs.length > 1,
    isBadge: hasType(json, 'OpenBadgeCredential') || hasType(json, 'AchievementCredential'),
    isEndorsement: hasType(json, 'EndorsementCredential'),
    isStatusList: hasType(json, 'BitstringStatusListCredential'),
    isListOfRevocations: hasType(subject, 'BitstringStatusList') && text(subject, 'statusPurpose') === 'revocation' && member(subject, 'statusSize') === undefined,
    encodedList: text(subject, 'encodedList'),
    isBatch: values(json, 'description').includes(batchDescription),
    isPortfolio: text(achievement, 'achievementType') === 'ext:CareerWorkPortfolio',
    subjectId: text(subject, 'id'),
    subjectDigest: text(subject, 'digestSRI'),
    subjectName: text(subject, 'name'),
    title: text(achievement, 'name') ?? text(json, 'name'),
    datesAreReadable: validFrom !== undefined && created !== undefined && (validUntil !== undefined || !json.has('validUntil')),
    method: methodOf(text(proof, 'verificationMethod')),
    contextsAreOurs: contextsAre(contextIsOurs),
    contextsAreKnown: contextsAre(knowsContext),
    evidence: values(json, 'evidence').filter(e => text(e, 'id') !== undefined).map(e => ({ id: text(e, 'id'), digest: text(e, 'digestSRI') })),
    endorsements: endorsementsOf(member(json, 'endorsement')),
    status: statusOf(object(json, 'credentialStatus'), text),
  };
}

function methodOf(address) {
  const parts = address?.split('#') ?? [];
  return parts.length === 2 && parts[0] && parts[1] ? { did: parts[0], multikey: parts[1] } : null;
}

// Too many, or of another shape, is a list that no check will pass.
function endorsementsOf(value) {
  if (value === undefined) return null;
  return Array.isArray(value) && value.length <= mostEndorsements ? value : [value];
}

function statusOf(status, text) {
  const index = text(status, 'statusListIndex'), url = text(status, 'statusListCredential');
  if (text(status, 'type') !== 'BitstringStatusListEntry' || text(status, 'statusPurpose') !== 'revocation') return null;
  return url !== undefined && /^[0-9]+$/.test(index ?? '') && Number(index) < 2 ** 31 ? { url, index: Number(index) } : null;
}
