// Whether a document stands in the log of the register's platform (C2SP tlog-proof v1). The log is kept by whoever keeps the register, so a
// proof says only since when; and a document without one is as genuine as before.

import { fromBase64, joined, sameBytes, sha256 } from './bytes.js';
import { publicKeyOf } from './keys.js';
import { isInTree, leafHash } from './merkle.js';
import { openNote } from './note.js';

const mostProofCharacters = 64 * 1024;
const mostPath = 63;
const entryBytes = 42;
const saltBytes = 32;
const hashBytes = 32;
const logEntryVersion = 1;
const endOfTime = 253_402_300_800n;
const mostEntries = 2n ** 63n - 1n;

/** Before anything is known: nobody looked, or there is no log to look at. */
export function beginLog(finding, context) {
  if (!context.register) finding.set('log', 'unchecked', 'log-no-register');
  else if (!context.register.log) finding.set('log', 'not-applicable', 'no-log');
  else finding.set('log', 'unchecked', 'log-not-at-hand');
}

/** Checks the proof of exactly these bytes that was handed in with them, if any; only for a document whose issuer is proved. */
export async function closeLog(finding, file, context) {
  const log = context.register?.log;
  if (!log || !finding.issuer) return;
  if (context.logProof === undefined) {
    // The log is a trace for later, not a ground of the verdict: nobody needs its proof.
    finding.set('log', 'not-applicable', 'log-not-at-hand');
    return;
  }
  const proof = readLogProof(context.logProof);
  const isOfKind = proof?.enteredAt !== undefined && proof.entry[0] === logEntryVersion && proof.entry[1] === (finding.document.isEndorsement ? 2 : 1);
  if (isOfKind && await isProved(proof, file, log)) finding.set('log', 'passed', 'log-since', proof.enteredAt);
  else finding.fail('log', 'not-checkable', 'log-mismatch');
}

async function isProved(proof, file, log) {
  if (!sameBytes(sha256(joined(proof.salt, sha256(file))), proof.entry.subarray(10))) return false;
  for (const { multikey, compromisedAt } of log.keys) {
    const key = compromisedAt === undefined ? publicKeyOf(multikey) : null;
    const checkpoint = key && readCheckpoint(await openNote(proof.note, log.origin, key), log.origin);
    if (checkpoint && isInTree(leafHash(proof.entry), proof.index, checkpoint.size, proof.path, checkpoint.root)) return true;
  }
  return false;
}

function readLogProof(file) {
  const gap = file.indexOf('\n\n');
  if (file.length > mostProofCharacters || gap <= 0) return null;
  const [title, extra, place, ...hashes] = file.slice(0, gap).split('\n');
  if (title !== 'c2sp.org/tlog-proof@v1' || !extra?.startsWith('extra ') || !place?.startsWith('index ') || hashes.length > mostPath) return null;
  const data = fromBase64(extra.slice(6)), index = wholeNumber(place.slice(6)), path = hashes.map(fromBase64);
  if (data?.length !== entryBytes + saltBytes || index === undefined || path.some(hash => hash?.length !== hashBytes)) return null;
  const seconds = new DataView(data.buffer).getBigInt64(2);
  return {
    entry: data.subarray(0, entryBytes), salt: data.subarray(entryBytes), index, path, note: file.slice(gap + 2),
    enteredAt: seconds >= 0 && seconds < endOfTime ? new Date(Number(seconds) * 1000) : undefined,
  };
}

function readCheckpoint(text, origin) {
  const [name, count, hash] = text?.split('\n') ?? [];
  const size = wholeNumber(count), root = fromBase64(hash ?? '');
  return name === origin && size !== undefined && root?.length === hashBytes ? { size, root } : null;
}

// In its one spelling.
function wholeNumber(text) {
  return /^(0|[1-9][0-9]{0,18})$/.test(text) && BigInt(text) <= mostEntries ? BigInt(text) : undefined;
}
