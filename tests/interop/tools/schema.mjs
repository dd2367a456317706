import { readFile } from 'node:fs/promises';
import Ajv2019 from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';

const ajv = addFormats.default(new (Ajv2019.default ?? Ajv2019)({ allErrors: true, strict: false }));
const load = async name => ajv.compile(JSON.parse(await readFile(new URL(`../../vectors/open-badges/ob_v3p0_${name}_schema.json`, import.meta.url), 'utf8')));
const badge = await load('achievementcredential');
const endorsement = await load('endorsementcredential');

/** Errors of the published Open Badges schemas; other kinds have none and pass. */
export async function schema(credential) {
  const check = credential.type.includes('OpenBadgeCredential') ? badge : credential.type.includes('EndorsementCredential') ? endorsement : null;
  if (!check || check(credential)) return [];
  return check.errors.map(e => `${e.instancePath} ${e.message}`);
}
