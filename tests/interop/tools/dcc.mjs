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

// Its own names for "the key or the net was out of reach".
const outOfReach = ['did_web_unresolved', 'http_error_with_signature_check'];

/** Its answer in one word: any step that says false refuses, a step with an error or without an entry leaves it open. */
export async function answerOfDcc(credential) {
  const result = await verifyCredential({ credential, knownDIDRegistries: [] });
  const errors = (result.errors ?? []).map(e => `${e.name}: ${e.message}`);
  if (errors.length > 0) return { answer: result.errors.every(e => outOfReach.includes(e.name)) ? 'cannot say' : 'refuse', errors };
  const log = new Map((result.log ?? []).map(entry => [entry.id, entry]));
  const steps = needed.filter(id => id !== 'revocation_status' || credential.credentialStatus);
  for (const id of steps) if (log.get(id)?.valid !== true) errors.push(`${id}: ${log.get(id)?.error?.name ?? log.get(id)?.valid ?? 'no entry'}`);
  if (steps.some(id => log.get(id)?.valid === false)) return { answer: 'refuse', errors };
  return { answer: errors.length > 0 ? 'cannot say' : 'accept', errors };
}
