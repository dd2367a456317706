// node canonize.mjs FILE…
// Writes FILE.nq beside each document: what jsonld.js makes of it without its proof. Run by hand when vectors are added.
import { readFile, writeFile } from 'node:fs/promises';
import jsonld from 'jsonld';
import { documentLoader } from './loader.mjs';

for (const file of process.argv.slice(2)) {
  const { proof, ...document } = JSON.parse(await readFile(file, 'utf8'));
  const quads = await jsonld.canonize(document, { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader, safe: true });
  await writeFile(file.replace(/\.json$/, '.nq'), quads);
}
