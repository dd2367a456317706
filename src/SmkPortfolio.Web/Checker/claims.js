// The credential in a JWT's claims: as the claims themselves, or under the older "vc".

import { instant, member, objectOf, textOf } from './json.js';

const lastClaimedSecond = 253402300799;

/** The credential; null when a claim and the member that it mirrors say different things. */
export function credentialIn(claims) {
  const wrapped = objectOf(claims, 'vc');
  if (claims.has('vc') && !wrapped) return null;
  const credential = wrapped ?? claims;
  const agree = sameText(claims, 'iss', textOf(credential, 'issuer') ?? textOf(objectOf(credential, 'issuer'), 'id'), wrapped)
    && sameText(claims, 'jti', textOf(credential, 'id'), wrapped)
    && sameText(claims, 'sub', textOf(objectOf(credential, 'credentialSubject'), 'id'), true)
    && sameTime(claims, 'nbf', eitherOf(credential, 'validFrom', 'issuanceDate'), wrapped)
    && sameTime(claims, 'exp', eitherOf(credential, 'validUntil', 'expirationDate'), wrapped);
  if (!agree || (claims.has('iat') && claimedInstant(claims, 'iat') === undefined)) return null;
  return wrapped ? filled(claims, credential) : credential;
}

/** Milliseconds of a claim that is a number of seconds; undefined for anything else. */
export function claimedInstant(claims, name) {
  const seconds = member(claims, name);
  return typeof seconds === 'number' && seconds > 0 && seconds < lastClaimedSecond ? Math.trunc(seconds * 1000) : undefined;
}

const eitherOf = (credential, newer, older) => credential.has(newer) ? credential.get(newer) : credential.get(older);

function sameText(claims, name, value, mayFill) {
  if (!claims.has(name)) return true;
  const claim = textOf(claims, name);
  return claim !== undefined && (value === undefined ? !!mayFill : claim === value);
}

// Whole seconds: that is all a claim usually tells.
function sameTime(claims, name, value, mayFill) {
  if (!claims.has(name)) return true;
  const claim = claimedInstant(claims, name);
  if (claim === undefined) return false;
  if (value === undefined) return !!mayFill;
  const told = typeof value === 'string' ? instant(value) : undefined;
  return told !== undefined && Math.floor(told / 1000) === Math.floor(claim / 1000);
}

// The older form lets an issuer leave out of "vc" what the claims say already.
function filled(claims, credential) {
  const whole = new Map(credential);
  const lacks = (...names) => names.every(name => (whole.get(name) ?? null) === null);
  const fill = (name, value) => { if (value !== undefined) whole.set(name, value); };
  const dated = name => { const time = claimedInstant(claims, name); return time && `${new Date(time).toISOString().slice(0, 19)}Z`; };
  if (lacks('id')) fill('id', textOf(claims, 'jti'));
  if (lacks('issuer')) fill('issuer', textOf(claims, 'iss'));
  if (lacks('validFrom', 'issuanceDate')) fill('validFrom', dated('nbf'));
  if (lacks('validUntil', 'expirationDate')) fill('validUntil', dated('exp'));
  return whole;
}
