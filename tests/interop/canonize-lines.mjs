// node canonize-lines.mjs < documents (one JSON document a line) > canonical texts (one JSON string a line)
// What jsonld.js makes of each document without its proof, or the name of its error.
import { createInterface } from 'node:readline';
import jsonld from 'jsonld';
import { documentLoader } from './loader.mjs';

for await (const line of createInterface({ input: process.stdin })) {
  const { proof, ...document } = JSON.parse(line);
  try {
    const text = await jsonld.canonize(document, { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader, safe: true });
    process.stdout.write(JSON.stringify(text) + '\n');
  } catch (error) {
    process.stdout.write(JSON.stringify('error: ' + error.name + ' ' + error.message) + '\n');
  }
}
