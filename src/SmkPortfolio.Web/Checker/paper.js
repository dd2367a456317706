// A printed paper: its seal, the credential and snapshot inside, and each line's credential.

import { base64, hex, sha256 } from './bytes.js';
import { checkCredential } from './credential.js';
import { tellEvidence } from './evidence.js';
import { Finding, checkNames, reportOf } from './findings.js';
import { JsonError, itemsOf, member, parseObject, textOf } from './json.js';
import { beginLog, closeLog } from './log.js';
import { PdfFile } from './pdffile.js';
import { PdfError } from './pdfvalues.js';
import { coverageOf, readSeal } from './seal.js';
import { StatusBook } from './status.js';

const mostLines = 200;
const lineKinds = ['project', 'certification', 'internship', 'teaching-factory'];
const lineWords = ['self', 'teacher', 'company', 'certificate'];
const paperOrder = ['failed', 'unchecked', 'passed', 'not-applicable'];

/** The report on one PDF. */
export async function verifyPaper(file, context) {
  const checks = new Finding(), lines = [];
  beginLog(checks, context);
  const paper = openPaper(file);
  const school = await checkPaperSeal(checks, paper, context);
  const finding = school ? await checkInside(checks, paper, school, context, lines) : null;
  return reportOf(checks, finding, context.now, lines);
}

function openPaper(file) {
  try {
    const pdf = new PdfFile(file);
    const attachments = pdf.isEncrypted ? [] : pdf.attachments();
    const signatures = pdf.signatures();
    if (signatures.length === 0) return { isSigned: false, attachments };
    const coverage = coverageOf(file, signatures.at(-1), pdf);
    return { isSigned: true, attachments, ...coverage, coversAll: coverage.coversAll && signatures.length === 1 };
  } catch (problem) {
    if (problem instanceof PdfError) return null;
    throw problem;
  }
}

async function checkPaperSeal(checks, paper, context) {
  if (!paper) return void checks.fail('format', 'altered', 'pdf-unreadable');
  checks.set('format', 'passed');
  if (!paper.isSigned || !paper.cms) return void checks.fail('pdf-signature', 'altered', 'not-signed');
  const seal = await readSeal(paper.cms, paper.ranges);
  const isOneOf = hashes => hashes.some(hash => seal.fingerprints.includes(hash.toLowerCase()));
  const school = context.register?.schools.find(s => isOneOf(s.seals));
  if (context.register?.schools.some(s => isOneOf(s.stolenSeals))) return void checks.fail('pdf-signature', 'altered', 'seal-compromised');
  if (seal.outcome === 'broken' || (seal.outcome === 'not-supported' && school)) return void checks.fail('pdf-signature', 'altered', 'seal-broken');
  if (seal.outcome === 'sound') checks.set('pdf-signature', 'passed');
  if (!paper.coversAll) return void checks.fail('pdf-coverage', 'altered', 'partly-signed');
  checks.set('pdf-coverage', 'passed');
  if (seal.outcome === 'not-supported') return void checks.leave('pdf-signature', 'not-checkable', 'method-not-supported');
  if (!context.register) return void checks.leave('register', 'issuer-unknown', 'no-register');
  if (!school) return void checks.fail('register', 'issuer-unknown', 'seal-not-in-register');
  return school;
}

async function checkInside(checks, paper, school, context, lines) {
  const credential = attachmentOf(paper, 'credential.json'), snapshot = attachmentOf(paper, 'snapshot.json');
  if (!credential || !snapshot) return void checks.fail('snapshot', 'altered', 'snapshot-mismatch');
  const named = start => paper.attachments.filter(a => a.name.startsWith(start)).map(a => a.bytes);
  const book = new StatusBook(named('status-'), context.lists, context.now);
  const finding = await checkCredential(credential, context, book);
  await closeLog(finding, credential, context);
  checks.takeFrom(finding, checkNames.filter(name => !['pdf-signature', 'pdf-coverage', 'snapshot'].includes(name)));
  checks.grounds.push(...finding.grounds);
  if (!finding.issuer) return finding;
  if (finding.issuer.did !== school.did) {
    checks.fail('pdf-signature', 'altered', 'seal-of-another');
    return finding;
  }
  const told = checkSnapshot(checks, finding.document, snapshot);
  if (told) await checkLines(checks, told, named('line-'), context, book, lines);
  return finding;
}

// Two attachments of one name would let two readers see two things.
function attachmentOf(paper, name) {
  const found = paper.attachments.filter(a => a.name.toLowerCase() === name);
  return found.length === 1 && found[0].name === name ? found[0].bytes : null;
}

function checkSnapshot(checks, credential, bytes) {
  const pins = credential.evidence.filter(e => e.id === `${credential.id}#snapshot`);
  const snapshot = readSnapshot(bytes);
  const agrees = credential.isPortfolio && pins.length === 1 && pins[0].digest === `sha256-${base64(sha256(bytes))}`
    && snapshot && snapshot.name.normalize() === credential.subjectName?.normalize();
  if (!agrees) return void checks.fail('snapshot', 'altered', 'snapshot-mismatch');
  checks.set('snapshot', 'passed');
  return snapshot;
}

function readSnapshot(bytes) {
  let json;
  try {
    json = parseObject(bytes);
  } catch (problem) {
    if (problem instanceof JsonError) return null;
    throw problem;
  }
  const name = textOf(json, 'name');
  if (textOf(json, 'code') === undefined || name === undefined || !Array.isArray(member(json, 'lines'))) return null;
  const lines = itemsOf(json, 'lines').map(item => ({
    kind: textOf(item, 'kind'), title: textOf(item, 'title'), word: textOf(item, 'word'), credentialId: textOf(item, 'credentialId'), digest: textOf(item, 'digest'),
  }));
  const areOurs = lines.length <= mostLines && lines.every(line => lineKinds.includes(line.kind) && line.title !== undefined && lineWords.includes(line.word));
  return areOurs ? { name, lines } : null;
}

async function checkLines(checks, snapshot, files, context, book, lines) {
  const byDigest = new Map();
  for (const bytes of files) {
    const digest = hex(sha256(bytes));
    if (!byDigest.has(digest)) byDigest.set(digest, bytes);
  }
  let state = 'not-applicable', batch = 0, compared = 0, pinned = 0;
  for (const line of snapshot.lines) {
    if (line.word === 'self') {
      lines.push({ ...line, state: 'current' });
      continue;
    }
    const file = byDigest.get(line.digest?.toLowerCase());
    const finding = file && await checkCredential(file, context, book);
    if (!finding?.document?.isBadge || finding.document.id !== line.credentialId) {
      checks.fail('snapshot', 'altered', 'line-broken', line.title);
      return;
    }
    if (finding.state('evidence') === 'failed') {
      checks.fail('evidence', 'altered', 'evidence-altered');
      return;
    }
    compared += finding.evidenceCompared ?? 0;
    pinned += finding.evidencePinned ?? 0;
    const { ground, ...told } = judgeLine(line, finding);
    lines.push({ ...line, ...told });
    checks.add(ground);
    batch += finding.endorsements.filter(e => e.isBatch && e.standing === 'counts').length;
    const own = finding.state('endorsements');
    if (paperOrder.indexOf(own) < paperOrder.indexOf(state)) state = own;
  }
  tellEvidence(checks, compared, pinned);
  checks.set('endorsements', state, state === 'not-applicable' ? 'no-endorsements' : batch > 0 ? 'paper-batch' : undefined, batch);
}

// Whether a line's credential carries the word that the paper printed, and how it stands now.
function judgeLine(line, finding) {
  const as = (state, verdict, code, ...values) => ({ state, ground: verdict && { verdict, code, values } });
  if (finding.has('altered')) return as('unchecked', 'altered', 'line-broken', line.title);
  const word = wordStanding(line, finding);
  if (word === 'unproved') return as('unchecked', 'altered', 'word-unproved', line.title);
  const withdrawn = finding.ground('genuine-withdrawn');
  if (withdrawn?.code === 'replaced' && word !== 'withdrawn') return as('replaced');
  if (withdrawn || word === 'withdrawn') return as('withdrawn', 'genuine-withdrawn', 'line-withdrawn', line.title);
  const unknown = finding.ground('issuer-unknown');
  if (unknown) return { state: 'unchecked', ground: unknown };
  if (word === 'unknown') return as('unchecked', 'issuer-unknown', 'endorser-not-in-register');
  if (finding.has('not-checkable') || word === 'unchecked') return as('unchecked', 'not-checkable', 'line-unchecked', line.title);
  if (finding.has('genuine-expired')) return { state: 'expired', since: finding.document.validUntil };
  // The word counts, but its reader is told that nobody who gave it had opened the work.
  return { state: 'current', isBatch: finding.endorsements.filter(e => e.standing === 'counts').every(e => e.isBatch) };
}

function wordStanding(line, finding) {
  // A certificate needs two of the staff, who saw it independently of each other.
  const needed = line.word === 'certificate' ? 2 : 1;
  if (line.word === 'certificate' && line.kind !== 'certification') return 'unproved';
  if (!finding.issuer) return 'unknown';
  const npsn = (finding.issuer.school ?? finding.issuer.person).npsn;
  const isPartner = person => person.partner !== undefined && ['mentor', 'client'].includes(person.role);
  const isStaff = person => person.npsn !== undefined && !['mentor', 'client', 'student', 'guardian'].includes(person.role);
  const fits = ({ person }) => !person || (line.word === 'company' ? isPartner(person) : isStaff(person) && person.npsn === npsn);
  const enough = (...standings) => new Set(finding.endorsements.filter(e => standings.includes(e.standing) && fits(e)).map(e => e.did)).size >= needed;
  if (enough('counts')) return 'proved';
  if (enough('counts', 'withdrawn')) return 'withdrawn';
  if (enough('counts', 'withdrawn', 'unchecked')) return 'unchecked';
  return enough('counts', 'withdrawn', 'unchecked', 'unknown', 'broken') ? 'unknown' : 'unproved';
}
