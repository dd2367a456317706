// Sends files with an unmodified tus-js-client through a line that breaks where it is told to.
// node tus.mjs JOBS.json: { endpoint, cookie, uploads: [{ file, name, entry, cuts: [bytes…], way }] }
// way: "retry" the client's own retries go on; "anew" a new client object goes on, as after a restart of the program;
// "at-once" the bytes come with the announcement; "terminate" is cancelled half way.
// For each upload one line of JSON: { name, url, cuts, status, error }.
import { readFileSync } from 'node:fs';
import net from 'node:net';
import * as tus from 'tus-js-client';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const target = new URL(job.endpoint);

for (const upload of job.uploads) {
  const line = await openLine(upload.cuts);
  const answer = { name: upload.name, url: null, status: null, error: null };
  try {
    answer.url = await send(upload, line);
  } catch (error) {
    answer.url = error.url ?? null;
    answer.status = error.originalResponse?.getStatus() ?? null;
    answer.error = error.message;
  }
  answer.cuts = line.done;
  line.close();
  console.log(JSON.stringify(answer));
}

async function send(upload, line) {
  const bytes = readFileSync(upload.file);
  let url = null;
  for (;;) {
    try {
      url = await attempt(upload, bytes, line, url);
      return here(url);
    } catch (error) {
      url = error.url ?? url;
      // The line broke, and there is more to come: somebody starts the program again.
      if (upload.way === 'anew' && !error.originalResponse) continue;
      error.url = url && here(url);
      throw error;
    }
  }
}

function attempt(upload, bytes, line, url) {
  return new Promise((done, fail) => {
    const client = new tus.Upload(bytes, {
      endpoint: `http://127.0.0.1:${line.port}/uploads`,
      uploadUrl: url && new URL(new URL(url).pathname, `http://127.0.0.1:${line.port}`).href,
      headers: { Cookie: job.cookie },
      metadata: { entry: upload.entry, filename: upload.name },
      retryDelays: upload.way === 'anew' ? null : Array(20).fill(20),
      uploadDataDuringCreation: upload.way === 'at-once',
      chunkSize: upload.way === 'terminate' ? Math.ceil(bytes.length / 4) : Infinity,
      onSuccess: () => done(client.url),
      onError: error => fail(Object.assign(error, { url: client.url })),
      onChunkComplete: (_, sent) => {
        if (upload.way === 'terminate' && sent >= bytes.length / 2) client.abort(true).then(() => done(client.url), fail);
      },
    });
    client.start();
  });
}

function here(url) { return new URL(url).pathname; }

// A line to the server that is cut, once each, after so many bytes of a connection.
function openLine(cuts) {
  const left = [...cuts];
  const open = new Set();
  const line = { done: 0 };
  const server = net.createServer(near => {
    const far = net.connect(Number(target.port), target.hostname);
    let passed = 0;
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', () => {});
      end.on('close', () => { open.delete(end); near.destroy(); far.destroy(); });
    }
    far.pipe(near);
    near.on('data', data => {
      passed += data.length;
      if (left.length && passed >= left[0]) {
        far.write(data.subarray(0, data.length - (passed - left.shift())), () => { near.destroy(); far.destroy(); });
        line.done++;
      } else {
        far.write(data);
      }
    });
  });
  return new Promise(ready => server.listen(0, '127.0.0.1', () => {
    line.port = server.address().port;
    line.close = () => { open.forEach(end => end.destroy()); server.close(); };
    ready(line);
  }));
}
