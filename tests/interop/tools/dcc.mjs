import { verifyCredential } from '@digitalcredentials/verifier-core';

const needed = ['valid_signature', 'expiration', 'revocation_status'];

/** Errors of the Digital Credentials Consortium's verifier; an empty array means verified. */
export async function dcc(credential) {
  const result = await verifyCredential({ credential, knownDIDRegistries: [], knownDidRegistries: [] });
  const errors = (result.errors ?? []).map(e => `${e.name}: ${e.message}`);
  const log = new Map((result.log ?? []).map(entry => [entry.id, entry]));
  for (const id of needed) {
    if (id === 'revocation_status' && !credential.credentialStatus) continue;
    const entry = log.get(id);
    // A missing entry is no good news: this library drops a step that it could not make.
    if (entry?.valid !== true) errors.push(`${id}: ${entry?.error?.message ?? entry?.error?.name ?? entry?.valid ?? 'no entry'}`);
  }
  for (const extra of result.additionalInformation ?? []) {
    for (const schema of extra.results ?? []) if (schema.result && schema.result.valid === false) errors.push(`schema: ${JSON.stringify(schema.result.errors?.[0] ?? schema.result)}`);
  }
  return errors;
}
