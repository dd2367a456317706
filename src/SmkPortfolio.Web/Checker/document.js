// The members of a credential that we read. One of another shape than we issue counts as missing, and what is missing is never good news.

import { contextIsOurs, credentialsV2, knowsContext } from './contexts.js';
import { hasType, instantOf, itemsOf, member, objectOf, textOf } from './json.js';

const mostEndorsements = 20;
const mostProofs = 8;
const batchDescription = 'batch: diberikan sekaligus untuk beberapa karya, tanpa membuka karya ini / given to several works at once, without opening this one';

/** The document, or null when it is not a credential with an embedded proof or a JWT around it. */
export function readDocument(json, jwt = null) {
  const id = textOf(json, 'id');
  const issuerDid = textOf(json, 'issuer') ?? textOf(objectOf(json, 'issuer'), 'id');
  const subject = objectOf(json, 'credentialSubject');
  const one = jwt ? null : objectOf(json, 'proof');
  const proofs = jwt ? [] : one ? [one] : itemsOf(json, 'proof');
  const [proof] = proofs;
  if (!hasType(json, 'VerifiableCredential') || id === undefined || issuerDid === undefined || !subject) return null;
  if (!jwt && (proofs.length === 0 || proofs.length > mostProofs || !proofs.every(p => p instanceof Map))) return null;
  const achievement = objectOf(subject, 'achievement');
  const validFrom = instantOf(json, 'validFrom'), validUntil = instantOf(json, 'validUntil');
  const created = jwt ? jwt.issuedAt ?? validFrom : instantOf(proof, 'created');
  const contexts = itemsOf(json, '@context');
  const contextsAre = isAllowed => contexts.length > 0 && contexts.every(url => typeof url === 'string' && isAllowed(url)) && contexts[0] === credentialsV2;
  return {
    json, jwt, id, issuerDid, subject, proof, proofs, isProofSet: !jwt && !one, created, validFrom, validUntil,
    isBadge: hasType(json, 'OpenBadgeCredential') || hasType(json, 'AchievementCredential'),
    isEndorsement: hasType(json, 'EndorsementCredential'),
    isStatusList: hasType(json, 'BitstringStatusListCredential'),
    isBatch: textOf(json, 'description') === batchDescription,
    isPortfolio: textOf(achievement, 'achievementType') === 'ext:CareerWorkPortfolio',
    subjectName: textOf(subject, 'name'),
    title: textOf(achievement, 'name') ?? textOf(json, 'name'),
    datesAreReadable: validFrom !== undefined && created !== undefined && (validUntil !== undefined || !json.has('validUntil')),
    method: methodOf(proof),
    contextsAreOurs: contextsAre(contextIsOurs),
    contextsAreKnown: contextsAre(knowsContext),
    evidence: itemsOf(json, 'evidence').filter(e => textOf(e, 'id') !== undefined).map(e => ({ id: textOf(e, 'id'), digest: textOf(e, 'digestSRI') })),
    endorsements: endorsementsOf(member(json, 'endorsement')),
    status: statusOf(objectOf(json, 'credentialStatus')),
  };
}

function methodOf(proof) {
  const parts = textOf(proof, 'verificationMethod')?.split('#') ?? [];
  return parts.length === 2 && parts[0] && parts[1] ? { did: parts[0], multikey: parts[1] } : null;
}

// Too many, or of another shape, is a list that no check will pass.
function endorsementsOf(value) {
  if (value === undefined) return null;
  return Array.isArray(value) && value.length <= mostEndorsements ? value : [value];
}

function statusOf(status) {
  const index = textOf(status, 'statusListIndex'), url = textOf(status, 'statusListCredential');
  if (textOf(status, 'type') !== 'BitstringStatusListEntry' || textOf(status, 'statusPurpose') !== 'revocation') return null;
  return url !== undefined && /^[0-9]+$/.test(index ?? '') && Number(index) < 2 ** 31 ? { url, index: Number(index) } : null;
}
