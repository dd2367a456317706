import * as vc from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';

const verify = (credential, documentLoader) => vc.verifyCredential({
  credential,
  suite: new DataIntegrityProof({ cryptosuite }),
  documentLoader,
  // A status list carries no status of its own.
  checkStatus: credential.credentialStatus ? options => checkStatus({ ...options, verifyBitstringStatusListCredential: true }) : undefined,
});

/** Errors of @digitalbazaar/vc; an empty array means verified. */
export async function digitalBazaar(credential, documentLoader) {
  const result = await verify(credential, documentLoader);
  const errors = result.verified ? [] : [result.error, ...(result.error?.errors ?? [])].filter(Boolean).map(String);
  if (!result.verified && errors.length === 0) errors.push('not verified');
  // This library says verified for a withdrawn credential; the answer lies in the results.
  for (const entry of result.statusResult?.results ?? []) if (entry.status) errors.push(`status: ${entry.credentialStatus?.statusPurpose ?? 'set'}`);
  if (credential.credentialStatus && !result.statusResult?.results?.length) errors.push('status was not checked');
  return errors;
}

/** Its answer in one word: a proof, key or date at fault is refused, what could not be fetched or read of the status cannot be said. */
export async function answerOfDigitalBazaar(credential, documentLoader) {
  const result = await verify(credential, documentLoader);
  const all = [result.error, ...(result.error?.errors ?? []), result.statusResult?.error].filter(Boolean);
  const errors = all.map(String);
  if (result.statusResult?.results?.some(entry => entry.status)) return { answer: 'refuse', errors: ['status is set'] };
  if (result.verified) return { answer: 'accept', errors };
  return { answer: result.statusResult?.error || all.some(isOutOfReach) ? 'cannot say' : 'refuse', errors };
}

const isOutOfReach = error => error.name === 'OutOfReach' || (error.cause ? isOutOfReach(error.cause) : false);
