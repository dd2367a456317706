// From a file to a report: the kind is told by the first bytes; names and media types are not believed.

import { startsWith } from './bytes.js';
import { verifyCredential, verifyJwt } from './credential.js';
import { Finding, reportOf } from './findings.js';
import { looksLikeJwt, mostJwtBytes } from './jwt.js';
import { BrowserError } from './keys.js';
import { verifyPaper } from './paper.js';
import { readPicture } from './png.js';

const latin = bytes => new TextDecoder('latin1').decode(bytes);
const blanks = [9, 10, 13, 32];

/** The kind of a file: pdf, json, jwt, png, zip or unknown. */
export function kindOf(bytes) {
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n')) return 'png';
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return 'zip';
  let at = startsWith(bytes, '\u00ef\u00bb\u00bf') ? 3 : 0, end = bytes.length;
  while (at < end && blanks.includes(bytes[at])) at++;
  while (end > at && blanks.includes(bytes[end - 1])) end--;
  if (bytes[at] === 0x7b || bytes[at] === 0x5b) return 'json';
  if (end - at <= mostJwtBytes && looksLikeJwt(latin(bytes.subarray(at, end)))) return 'jwt';
  // A PDF whose first bytes were changed is still somebody's PDF, and shall be called altered.
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - 1024)));
  return tail.includes('startxref') && tail.includes('%%EOF') ? 'pdf' : 'unknown';
}

/** The report on a file. Never throws because of the file. */
export async function verifyFile(bytes, context) {
  try {
    const kind = kindOf(bytes);
    if (kind === 'unknown') return refused('not-checkable', 'unknown-kind', context);
    if (!context.browserCan) return refused('not-checkable', 'browser-lacks', context);
    switch (kind) {
      case 'pdf': return await verifyPaper(bytes, context);
      case 'json': return await verifyCredential(bytes, context);
      case 'jwt': return await verifyJwt(bytes, context);
      case 'png': return await verifyPicture(bytes, context);
      default: return refused('not-checkable', 'kind-not-supported', context);
    }
  } catch (problem) {
    // Nothing that goes wrong here may leave an older, better verdict standing.
    return refused('not-checkable', problem instanceof BrowserError ? 'browser-lacks' : 'page-failed', context);
  }
}

// The badge is what is baked in; the picture around it is signed by nobody.
async function verifyPicture(bytes, context) {
  const { isReadable, isOldBadge, credential } = readPicture(bytes);
  if (!isReadable) return refused('altered', 'picture-unreadable', context);
  if (isOldBadge) return refused('not-checkable', 'kind-not-supported', context);
  if (!credential) return refused('not-checkable', 'picture-empty', context);
  switch (kindOf(credential)) {
    case 'json': return verifyCredential(credential, context);
    case 'jwt': return verifyJwt(credential, context);
    default: return refused('altered', 'malformed', context);
  }
}

/** The answer to a file in which no credential was found to check. */
export function refused(verdict, code, context) {
  const checks = new Finding();
  if (verdict === 'altered') checks.fail('format', verdict, code);
  else checks.leave('format', verdict, code);
  return reportOf(checks, null, context.now);
}
