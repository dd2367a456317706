// Brings a file over by tus 1.0 and does not give up while the line, the server or the reader may come back.
import { encoded, kept } from './upload-kept.js';

const FIRST_WAIT = 1000, LONGEST_WAIT = 30000, STILL = 30000, LOOKING = 300000;
export const TUS = { 'Tus-Resumable': '1.0.0' };

// Gives the function that sends a job to its end; page: its texts, the entry, and how to say, tell and measure.
export function line({ texts, entry, say, tell, meter }) {
  return send;

  async function send(job) {
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      job.progress = 0;
      const end = await attempt(job);
      if (job.over) throw job.over;
      if (end === 'done') return;
      if (end === 'again') { wait = FIRST_WAIT / 2; continue; }
      if (job.progress) wait = FIRST_WAIT;
      say(job, texts.waiting);
      tell(`${job.name}: ${texts.waiting}`);
      await new Promise(wake => {
        job.waking = wake;
        setTimeout(wake, wait);
        addEventListener('online', wake, { once: true });
      });
      if (job.over) throw job.over;
    }
  }

  // One try to bring the rest over: 'done', 'again' (at once) or 'later'; what cannot succeed is thrown.
  async function attempt(job) {
    let offset = 0;
    if (!job.url) {
      const made = await ask(job, 'POST', texts.upload, { 'Upload-Length': job.blob.size, 'Upload-Metadata': `entry ${encoded(entry)},filename ${encoded(job.name)}` });
      if (made.status !== 201) return refused(made);
      job.url = new URL(made.getResponseHeader('Location'), location.href).pathname;
      await kept.put({ id: job.id, entry, name: job.name, blob: job.blob, was: job.was, at: job.at, url: job.url });
    } else {
      const stand = await ask(job, 'HEAD', job.url, {});
      if (stand.status === 404 || stand.status === 410) { job.url = null; return job.anew ? refused(stand) : (job.anew = true, 'again'); }
      if (stand.status === 422) throw { sentence: (await state(job))?.reason ?? texts.broken };
      if (stand.status !== 200) return refused(stand);
      offset = Number(stand.getResponseHeader('Upload-Offset'));
      if (offset === job.blob.size) { job.told = stand; return 'done'; }
    }
    meter(job, offset);
    const sent = await ask(job, 'PATCH', job.url, { 'Upload-Offset': offset, 'Content-Type': 'application/offset+octet-stream' }, job.blob.slice(offset), bytes => {
      job.progress = bytes;
      meter(job, offset + bytes);
    });
    if (sent.status !== 204) return refused(sent);
    job.told = sent;
    return 'done';
  }

  function refused(answer) {
    const code = answer.status;
    if (code === 0 || code >= 500 || code === 409 && answer.method !== 'POST' || code === 423 || code === 429 || code === 460) return 'later';
    if (code === 401) throw { sentence: texts.signin, keep: true };
    let problem = null;
    try { problem = JSON.parse(answer.responseText); } catch { /* an answer of something between us */ }
    throw { sentence: problem?.title ?? texts.broken };
  }

  function ask(job, method, url, headers, body, progress) {
    return new Promise(answered => {
      const request = job.request = new XMLHttpRequest();
      request.open(method, url);
      for (const [name, value] of Object.entries({ ...TUS, ...headers })) request.setRequestHeader(name, value);
      request.method = method;
      // A dead line says nothing: without a sign of life the try is given up, and the next one finds out how far it came.
      let quiet = setTimeout(() => request.abort(), STILL);
      const alive = still => { clearTimeout(quiet); quiet = setTimeout(() => request.abort(), still); };
      if (body) {
        request.upload.onprogress = event => { alive(STILL); progress(event.loaded); };
        request.upload.onload = () => { alive(LOOKING); say(job, texts.checking); };
      }
      request.onloadend = () => { clearTimeout(quiet); answered(request); };
      request.send(body);
    });
  }
}

export async function state(job) {
  const answer = await fetch(job.url).catch(() => null);
  return answer?.ok ? answer.json() : null;
}
