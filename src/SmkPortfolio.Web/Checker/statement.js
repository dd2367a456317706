// The text of a paper's large code: an address, and behind # a statement that the school signed. It proves what was printed and when, and
// nothing of what happened since, so it is never green.

import { base64, fromBase64Url, joined, sha256, sameBytes, utf8 } from './bytes.js';
import { Finding, reportOf } from './findings.js';
import { closingOf } from './register.js';
import { ed25519Verify, isInFuture, keyStanding, publicKeyOf, wasActive } from './keys.js';

const mostCharacters = 400;
const signatureLength = 64;
const fingerprintLength = 8;
const headLength = 1 + fingerprintLength + 4;
const mostPrintedLines = 3;
const statementDomain = utf8('SmkPortfolio paper statement v1\0');
const printedKinds = ['project', 'certification', 'internship', 'teaching-factory'];
const printedWords = ['self', 'teacher', 'company', 'certificate'];

class StatementError extends Error {}

/** The report on the text of a code. Never throws because of the text. */
export async function verifyStatement(text, context) {
  const checks = new Finding();
  let printed;
  try {
    printed = readStatement(text.trim());
  } catch (problem) {
    if (!(problem instanceof StatementError)) throw problem;
    const isOurs = !['statement-missing', 'statement-version'].includes(problem.message);
    if (isOurs) checks.fail('format', 'altered', problem.message);
    else checks.leave('format', 'not-checkable', problem.message);
    return reportOf(checks, null, context.now);
  }
  if (!context.browserCan) {
    checks.leave('proof', 'not-checkable', 'browser-lacks');
    return reportOf(checks, null, context.now);
  }
  for (const name of ['contexts', 'evidence', 'endorsements', 'pdf-signature', 'pdf-coverage', 'snapshot', 'log']) checks.set(name, 'not-applicable', 'statement-only');
  for (const name of ['status', 'state']) checks.set(name, 'unchecked', 'statement-status');
  checks.set('format', 'passed');
  const school = await judgeStatement(printed, checks, context);
  const report = reportOf(checks, null, context.now);
  return school ? told(report, printed, school) : report;
}

// The school that stands behind it; null when the checks say why none does.
async function judgeStatement(printed, checks, { register, now }) {
  const fail = (name, verdict, code, ...values) => {
    if (verdict === 'not-checkable') checks.leave(name, verdict, code, ...values);
    else checks.fail(name, verdict, code, ...values);
    return null;
  };
  // The code holds no whole key, so without a register that lists it not even the signature can be judged.
  if (!register) return fail('register', 'not-checkable', 'no-register');
  if (printed.origin !== register.origin && !register.formerOrigins.includes(printed.origin)) return fail('register', 'not-checkable', 'statement-elsewhere');
  // Only schools print papers: a person's key must not be able to make one.
  const keys = register.schools.flatMap(school => school.keys.map(({ multikey }) => ({ school, multikey, publicKey: publicKeyOf(multikey) })))
    .filter(key => key.publicKey && sameBytes(sha256(key.publicKey).slice(0, fingerprintLength), printed.fingerprint));
  if (keys.length === 0) return fail('issuer-key', 'not-checkable', 'key-unknown');
  let signer = null;
  for (const key of keys) if (await ed25519Verify(key.publicKey, printed.signed, printed.signature)) signer ??= key;
  if (!signer) return fail('proof', 'altered', 'proof-broken');
  checks.set('proof', 'passed');
  const standing = keyStanding(signer.school, signer.multikey, printed.issuedAt);
  if (standing === 'compromised') return fail('issuer-key', 'altered', 'key-compromised');
  if (standing === 'retired') return fail('issuer-key', 'altered', 'key-retired');
  if (standing !== 'good') return fail('issuer-key', 'issuer-unknown', 'key-not-in-register');
  if (signer.school.npsn !== printed.npsn) return fail('issuer-key', 'altered', 'key-of-another');
  checks.set('issuer-key', 'passed');
  if (!wasActive(signer.school, printed.issuedAt)) return fail('register', 'issuer-unknown', 'issuer-not-active');
  checks.set('register', 'passed', ...closingOf(register, { school: signer.school }));
  if (isInFuture(printed.issuedAt, now)) return fail('dates', 'not-checkable', 'not-yet-valid', new Date(printed.issuedAt));
  checks.set('dates', 'passed');
  checks.add({ verdict: 'not-checkable', code: 'statement-sound', values: [new Date(printed.issuedAt)] });
  return signer.school;
}

// Name, lines and serial are told only when a school of the register stands behind them.
function told(report, printed, school) {
  return {
    ...report,
    signedAt: printed.issuedAt,
    issuer: { school },
    issuerDid: school.did,
    subjectName: printed.name,
    title: `${printed.format.toUpperCase()} ${printed.code}`,
    lines: printed.lines.map(line => ({ ...line, state: 'unchecked' })),
  };
}

function readStatement(text) {
  if (text.length > mostCharacters) throw new StatementError('statement-too-long');
  const parts = text.split('#');
  if (parts.length === 1) throw new StatementError('statement-missing');
  if (parts.length > 2) throw new StatementError('statement-fragments');
  const address = /^(https?:\/\/[^/@]+)\/verify\/(.*)$/s.exec(parts[0]);
  if (!address || originOf(parts[0]) !== address[1]) throw new StatementError('statement-address');
  // An empty part decodes to nothing and is then too short.
  const bytes = parts[1] === '' ? new Uint8Array(0) : fromBase64Url(parts[1]);
  // Stray bits at the end would let two texts say the same.
  if (!bytes || base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') !== parts[1]) throw new StatementError('statement-encoding');
  if (bytes.length <= signatureLength) throw new StatementError('statement-cut');
  const payload = bytes.slice(0, -signatureLength);
  const printed = { origin: address[1], signed: joined(statementDomain, payload), signature: bytes.slice(-signatureLength), ...readPayload(payload) };
  if (printed.code !== address[2]) throw new StatementError('statement-code');
  return printed;
}

function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return null;
  }
}

function readPayload(payload) {
  // Of another version nothing more can be said.
  if (payload[0] !== 1) throw new StatementError('statement-version');
  if (payload.length < headLength) throw new StatementError('statement-cut');
  let at = headLength;
  const byte = () => {
    if (at >= payload.length) throw new StatementError('statement-cut');
    return payload[at++];
  };
  const text = () => {
    const length = byte();
    if (payload.length - at < length) throw new StatementError('statement-cut');
    at += length;
    return readText(payload.subarray(at - length, at));
  };
  const seconds = new DataView(payload.buffer, payload.byteOffset).getUint32(1 + fingerprintLength);
  const printed = { fingerprint: payload.slice(1, 1 + fingerprintLength), issuedAt: seconds * 1000, format: text(), code: text(), npsn: text(), name: text(), lines: [] };
  const count = byte();
  if (count > mostPrintedLines) throw new StatementError('statement-text');
  for (let i = 0; i < count; i++) {
    const mark = byte();
    const [kind, word] = [printedKinds[mark >> 4], printedWords[mark & 15]];
    if (!kind || !word) throw new StatementError('statement-text');
    printed.lines.push({ kind, title: text(), word });
  }
  if (at !== payload.length) throw new StatementError('statement-trailing');
  return printed;
}

function readText(bytes) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new StatementError('statement-text');
  }
  // One spelling of each text, and none that moves a cursor or hides beside another.
  if (text === '' || text !== text.normalize('NFC') || /\p{Cc}/u.test(text)) throw new StatementError('statement-text');
  return text;
}
