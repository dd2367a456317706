import * as vc from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';

/** Errors of @digitalbazaar/vc; an empty array means verified. */
export async function digitalBazaar(credential, documentLoader) {
  const suite = new DataIntegrityProof({ cryptosuite });
  const result = await vc.verifyCredential({
    credential,
    suite,
    documentLoader,
    // A status list carries no status of its own.
    checkStatus: credential.credentialStatus ? options => checkStatus({ ...options, verifyBitstringStatusListCredential: true }) : undefined,
  });
  const errors = result.verified ? [] : [result.error, ...(result.error?.errors ?? [])].filter(Boolean).map(String);
  if (!result.verified && errors.length === 0) errors.push('not verified');
  // This library says verified for a withdrawn credential; the answer lies in the results.
  for (const entry of result.statusResult?.results ?? []) if (entry.status) errors.push(`status: ${entry.credentialStatus?.statusPurpose ?? 'set'}`);
  if (credential.credentialStatus && !result.statusResult?.results?.length) errors.push('status was not checked');
  return errors;
}
