// node jwt.mjs DID-DOCUMENT JWT-FILE…
// Verifies each JWT with the key that its "kid" names in the DID document, by jose; one JSON line per file: {file, verified, payload or error}.
import { readFile } from 'node:fs/promises';
import { importJWK, jwtVerify } from 'jose';

const [documentFile, ...files] = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node jwt.mjs DID-DOCUMENT JWT-FILE…');
  process.exit(2);
}
const did = JSON.parse(await readFile(documentFile, 'utf8'));
for (const file of files) {
  try {
    const keyOf = header => {
      const method = did.verificationMethod.find(m => m.id === header.kid);
      if (!method || !did.assertionMethod.includes(method.id)) throw new Error(`no asserting key ${header.kid}`);
      return importJWK(method.publicKeyJwk, header.alg);
    };
    const { payload } = await jwtVerify(await readFile(file, 'utf8'), keyOf, { algorithms: ['ES256', 'RS256'], issuer: did.id, typ: 'JWT' });
    console.log(JSON.stringify({ file, verified: true, payload }));
  } catch (error) {
    console.log(JSON.stringify({ file, verified: false, error: String(error) }));
  }
}
