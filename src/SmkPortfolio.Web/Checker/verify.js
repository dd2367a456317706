// From a file to a report: the kind is told by the first bytes; names and media types are not believed.

import { startsWith } from './bytes.js';
import { verifyCredential } from './credential.js';
import { Finding, reportOf } from './findings.js';
import { BrowserError } from './keys.js';
import { verifyPaper } from './paper.js';

const latin = bytes => Array.from(bytes, b => String.fromCharCode(b)).join('');

/** The kind of a file: pdf, json, jwt, other (known, not checked here) or unknown. */
export function kindOf(bytes) {
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n') || startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return 'other';
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while ([9, 10, 13, 32].includes(bytes[at])) at++;
  if (bytes[at] === 0x7b || bytes[at] === 0x5b) return 'json';
  if (startsWith(bytes.subarray(at), 'eyJ') && /^[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\s*$/.test(latin(bytes.subarray(at, at + 64 * 1024 * 1024)))) return 'jwt';
  // A PDF whose first bytes were changed is still somebody's PDF, and shall be called altered.
  const end = latin(bytes.subarray(Math.max(0, bytes.length - 1024)));
  return end.includes('startxref') && end.includes('%%EOF') ? 'pdf' : 'unknown';
}

/** The report on a file. Never throws because of the file. */
export async function verifyFile(bytes, context) {
  try {
    const kind = kindOf(bytes);
    if (kind === 'unknown') return notChecked('unknown-kind', context);
    if (kind === 'jwt' || kind === 'other') return notChecked('kind-not-supported', context);
    if (!context.browserCan) return notChecked('browser-lacks', context);
    return await (kind === 'pdf' ? verifyPaper(bytes, context) : verifyCredential(bytes, context));
  } catch (problem) {
    // Nothing that goes wrong here may leave an older, better verdict standing.
    return notChecked(problem instanceof BrowserError ? 'browser-lacks' : 'page-failed', context);
  }
}

function notChecked(code, context) {
  const checks = new Finding();
  checks.leave('format', 'not-checkable', code);
  return reportOf(checks, null, context.now);
}
