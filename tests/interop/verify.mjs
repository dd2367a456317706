// node verify.mjs ORIGIN LOOPBACK-URL FILE…
// node verify.mjs --cases MANIFEST
// Runs each credential through other people's verifiers, one JSON line per file and tool: {file, tool, verified, errors}.
// LOOPBACK-URL is where the site with that public ORIGIN really answers; a file: address of a folder does as well.
// Exit code 0 when every line says verified, 1 otherwise, 2 for a wrong call.
// MANIFEST is an array of {name, file, origin, site}: each file with the site of its own that stands behind its origin, one
// line per case and tool: {name, tool, answer: "accept" | "refuse" | "cannot say", errors}; exit code 0.
import { readFile } from 'node:fs/promises';
import { documentLoader, mapFetch, mapSites } from './loader.mjs';

const [origin, loopback, ...files] = process.argv.slice(2);
if (origin === '--cases' && loopback) {
  await answerCases(JSON.parse(await readFile(loopback, 'utf8')));
  process.exit(0);
}
if (!loopback || files.length === 0) {
  console.error('usage: node verify.mjs ORIGIN LOOPBACK-URL FILE…  |  node verify.mjs --cases MANIFEST');
  process.exit(2);
}
// Before the libraries load: some of them keep the fetch that they find.
mapFetch(origin, loopback);

const { digitalBazaar } = await import('./tools/digital-bazaar.mjs');
const { dcc } = await import('./tools/dcc.mjs');
const { schema } = await import('./tools/schema.mjs');
const tools = { 'digitalbazaar-vc': digitalBazaar, 'dcc-verifier-core': dcc, 'ob-schema': schema };

let allVerified = true;
for (const file of files) {
  const credential = JSON.parse(await readFile(file, 'utf8'));
  for (const [tool, check] of Object.entries(tools)) {
    let errors;
    try {
      errors = await check(structuredClone(credential), documentLoader);
      for (const endorsement of credential.endorsement ?? []) {
        errors.push(...(await check(structuredClone(endorsement), documentLoader)).map(e => `endorsement ${endorsement.id}: ${e}`));
      }
    } catch (error) {
      errors = [String(error?.stack ?? error)];
    }
    allVerified &&= errors.length === 0;
    console.log(JSON.stringify({ file, tool, verified: errors.length === 0, errors }));
  }
}
process.exitCode = allVerified ? 0 : 1;

// What each tool says to the file alone, as somebody who just calls it would hear it: none of them looks into an embedded endorsement.
async function answerCases(cases) {
  mapSites(new Map(cases.map(one => [one.origin, one.site])));
  const { answerOfDigitalBazaar } = await import('./tools/digital-bazaar.mjs');
  const { answerOfDcc } = await import('./tools/dcc.mjs');
  for (const { name, file } of cases) {
    const credential = JSON.parse(await readFile(file, 'utf8'));
    for (const [tool, ask] of [['verifier-core', answerOfDcc], ['vc', answerOfDigitalBazaar]]) {
      const { answer, errors } = await ask(structuredClone(credential), documentLoader);
      console.log(JSON.stringify({ name, tool, answer, errors }));
    }
  }
}
