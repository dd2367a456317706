// The issuer register: a compact JWS by the platform's key. It is believed because its key is pinned in this page.

import { fromBase64Url, hex, sha256, utf8 } from './bytes.js';
import { JsonError, instantOf, itemsOf, member, parseObject, textOf } from './json.js';
import { didBase, ed25519Verify, keyStanding, publicKeyOf } from './keys.js';

const registerMaxBytes = 64 * 1024 * 1024;

export class RegisterError extends Error {}

/** The parts of a register; null when the text is anything else. */
function readJws(jws) {
  const parts = jws.length <= registerMaxBytes ? jws.split('.') : [];
  const bytes = parts.map(fromBase64Url);
  if (parts.length !== 3 || bytes.includes(null)) return null;
  try {
    const header = parseObject(bytes[0]);
    const kid = textOf(header, 'kid')?.split('#') ?? [];
    const publicKey = publicKeyOf(kid[1]);
    if (textOf(header, 'alg') !== 'EdDSA' || textOf(header, 'typ') !== 'smk-register+jwt' || header.size !== 3) return null;
    if (kid.length !== 2 || !didBase(kid[0]) || !publicKey) return null;
    return { did: kid[0], multikey: kid[1], publicKey, payload: parseObject(bytes[1], registerMaxBytes), input: utf8(`${parts[0]}.${parts[1]}`), signature: bytes[2] };
  } catch (problem) {
    if (problem instanceof JsonError) return null;
    throw problem;
  }
}

/** Reads a register and checks its signature and that it agrees with itself. */
export async function readRegister(text) {
  const read = readJws(text.trim());
  if (!read) throw new RegisterError('register-malformed');
  if (!await ed25519Verify(read.publicKey, read.input, read.signature)) throw new RegisterError('register-altered');
  const payload = read.payload;
  const origin = must(textOf(payload, 'origin'));
  const register = {
    origin,
    formerOrigins: itemsOf(payload, 'formerOrigins').map(must),
    issuedAt: must(instantOf(payload, 'issuedAt')),
    multikey: read.multikey,
    fingerprint: hex(sha256(read.publicKey)),
    keys: keysOf(must(member(payload, 'platform'))),
    schools: listOfObjects(payload, 'schools').map(school => ({ ...issuer(school), npsn: must(textOf(school, 'npsn')), name: must(textOf(school, 'name')), seals: itemsOf(school, 'pdfCertificates').map(must), stolenSeals: itemsOf(school, 'compromisedPdfCertificates').map(must), successor: textOf(school, 'successor') })),
    persons: listOfObjects(payload, 'persons').map(person => ({ ...issuer(person), role: must(textOf(person, 'role')), npsn: textOf(person, 'npsn'), partner: textOf(person, 'partner') })),
    log: payload.has('log') ? { origin: must(textOf(payload.get('log'), 'origin')), keys: keysOf(payload.get('log')) } : null,
    entries: new Map(),
  };
  if (!isOriginOf(origin, read.did)) throw new RegisterError('register-origin');
  if (!register.keys.some(key => key.multikey === read.multikey && key.compromisedAt === undefined)) throw new RegisterError('register-key');
  for (const entry of [...register.schools.map(school => ({ ...school, school })), ...register.persons.map(person => ({ ...person, person }))]) {
    if (!didBase(entry.did) || register.entries.has(entry.did)) throw new RegisterError('register-did');
    register.entries.set(entry.did, entry);
  }
  return register;
}

/**
 * Whether a register that was handed in may take the place of the one in this page: signed by a key that this one lists and holds for good,
 * and not older, since an older one may not know yet which keys were stolen.
 */
export function maySucceed(register, current) {
  return keyStanding(current, register.multikey, register.issuedAt) === 'good' && register.origin === current.origin && register.issuedAt >= current.issuedAt;
}

/** What is told of the school behind an issuer when it has closed since: the code and its values; nothing while it is open. */
export function closingOf(register, entry) {
  const closed = entry.school ?? register.schools.find(school => school.npsn === entry.person.npsn);
  if (closed?.to === undefined) return [];
  // A chain is never longer than the register; one that runs in a circle leads to nobody.
  let open = closed;
  for (let step = 0; step < register.schools.length && open?.to !== undefined; step++) open = register.schools.find(school => school.npsn === open.successor);
  const date = new Date(closed.to);
  return open && open.to === undefined ? ['school-closed-into', date, `${open.name} (NPSN ${open.npsn})`] : ['school-closed', date];
}

function isOriginOf(origin, did) {
  try {
    const url = new URL(origin);
    return url.origin === origin && /^https?:$/.test(url.protocol) && did === `did:web:${url.host.replace(':', '%3A')}`;
  } catch {
    return false;
  }
}

function issuer(json) {
  const entry = { did: must(textOf(json, 'did')), keys: keysOf(json), from: must(instantOf(json, 'from')) };
  if (json.has('to')) entry.to = must(instantOf(json, 'to'));
  return entry;
}

function keysOf(owner) {
  return listOfObjects(owner, 'keys').map(json => {
    const key = { multikey: must(textOf(json, 'multikey')), from: must(instantOf(json, 'from')) };
    for (const end of ['retiredAt', 'compromisedAt']) if (json.has(end)) key[end] = must(instantOf(json, end));
    return key;
  });
}

function listOfObjects(json, name) {
  const items = must(member(json, name));
  if (!Array.isArray(items) || !items.every(item => item instanceof Map)) throw new RegisterError('register-malformed');
  return items;
}

function must(value) {
  if (value === undefined || value === null) throw new RegisterError('register-malformed');
  return value;
}
