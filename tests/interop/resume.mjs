// node resume.mjs < documents (one JSON document a line) > what the schema of JSON Resume says to each: one JSON array of errors a line
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import Ajv from 'ajv';
import formats from 'ajv-formats';

const schema = JSON.parse(await readFile(createRequire(import.meta.url).resolve('@jsonresume/schema/schema.json'), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: false });
formats(ajv);
const validate = ajv.compile(schema);
for await (const line of createInterface({ input: process.stdin })) {
  validate(JSON.parse(line));
  process.stdout.write(JSON.stringify((validate.errors ?? []).map(e => `${e.instancePath} ${e.message}`)) + '\n');
}
