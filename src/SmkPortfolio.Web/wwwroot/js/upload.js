// [data-upload] in a form with a file input: files picked there are sent at once, in parts (tus 1.0), two at a time, and go on by themselves after
// a lost connection, a reload or a restart of the server. What is under way is kept in this browser until it has arrived. Without this
// module the form sends its files itself. Texts stand in data- attributes; {0}… are filled in here.

import { fill, kept, size, smaller, span } from './upload-kept.js';
import { TUS, line, state } from './upload-line.js';
import { refresh, stay } from './upload-list.js';
const AT_ONCE = 2, KEPT = 48 * 3600 * 1000;

function start(box) {
  const form = box.closest('form'), input = form.querySelector('input[type=file]');
  const list = box.querySelector('ul'), status = box.querySelector('[role=status]'), row = box.querySelector('template');
  const texts = box.dataset, entry = texts.entry, steps = new Map();
  const queue = [];
  let running = 0, strange = 0;
  const send = line({ texts, entry, say, tell, meter });

  input.addEventListener('change', () => {
    const files = [...input.files];
    input.value = '';
    for (const file of files) take({ id: `${Date.now()}-${Math.random()}`, entry, name: file.name, file, at: Date.now() });
  }, true);
  form.addEventListener('version', follow);
  form.addEventListener('submit', event => {
    if (list.querySelector('progress') && !confirm(texts.leave)) { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);
  kept.all().then(jobs => {
    for (const job of jobs) {
      if (Date.now() - job.at > KEPT) kept.drop(job.id);
      else if (job.entry === entry) take(job);
    }
  });

  function take(job) {
    const item = row.content.cloneNode(true).firstElementChild;
    Object.assign(job, { item, line: item.querySelector('[data-line]'), bar: item.querySelector('progress'), waking: () => {} });
    item.querySelector('[data-name]').textContent = job.name;
    item.querySelector('[data-size]').textContent = size((job.blob ?? job.file).size);
    job.bar.setAttribute('aria-label', job.name);
    const stop = item.querySelector('button');
    stop.querySelector('span').textContent = fill(texts.cancel, job.name);
    stop.addEventListener('click', () => cancel(job));
    say(job, texts.queued);
    list.append(item);
    queue.push(job);
    next();
  }

  async function next() {
    if (running >= AT_ONCE || !queue.length) return;
    const job = queue.shift();
    running++;
    next();
    try {
      await prepare(job);
      await send(job);
      await done(job);
    } catch (error) {
      if (error !== job.over) await fail(job, error);
    }
    running--;
    next();
  }

  // What it measures is shown before the first byte goes.
  async function prepare(job) {
    if (!job.blob) {
      say(job, texts.preparing);
      job.blob = await smaller(job.file);
      if (job.blob !== job.file) job.was = job.file.size;
      await kept.put({ id: job.id, entry, name: job.name, blob: job.blob, was: job.was, at: job.at });
    }
    if (job.was) job.item.querySelector('[data-size]').textContent = fill(texts.shrunk, size(job.was), size(job.blob.size));
    job.bar.max = job.blob.size;
    tell(fill(texts.sending, job.name));
  }

  async function done(job) {
    job.bar.value = job.bar.max;
    const step = job.told.getResponseHeader('Smk-Entry-Version')?.split(' ');
    if (step) steps.set(step[0], step[1]);
    follow();
    const now = await state(job);
    if (!step) { guess(now?.version); follow(); }
    await refresh(texts.list);
    await kept.drop(job.id);
    if (now?.remarks) stay(job, now.remarks, 'small-text', fill(texts.dismiss, job.name));
    else job.item.remove();
    tell(`${fill(texts.done, job.name)} ${now?.remarks ?? ''}`);
  }

  // The answer that named the step was lost. When the entry stands just as far on as files of ours came to it, nobody else changed it.
  function guess(now) {
    const own = Number(form.elements.Version.value);
    if (now === undefined || now <= own) return;
    strange++;
    if (now === own + strange + steps.size) { steps.clear(); steps.set(String(own), String(now)); strange = 0; }
  }

  // The form goes on from the version that our own files made; another device's change stays in the way, as it must.
  function follow() {
    const version = form.elements.Version;
    let moved = false;
    for (let to; to = steps.get(version.value); moved = true) { steps.delete(version.value); version.value = to; }
    if (moved) form.dispatchEvent(new Event('moved'));
  }

  async function fail(job, error) {
    const sentence = error.sentence ?? texts.broken;
    if (!error.keep) await kept.drop(job.id);
    stay(job, sentence, 'error', fill(texts.dismiss, job.name));
    tell(sentence);
  }

  async function cancel(job) {
    job.over ??= {};
    const at = queue.indexOf(job);
    if (at >= 0) queue.splice(at, 1);
    job.request?.abort();
    job.waking();
    await kept.drop(job.id);
    job.item.remove();
    input.focus();
    if (job.ended) return;
    tell(fill(texts.cancelled, job.name));
    if (job.url) fetch(job.url, { method: 'DELETE', headers: TUS }).catch(() => {});
  }

  function meter(job, sent) {
    job.bar.value = sent;
    const now = performance.now();
    job.marks = [...(job.marks ?? []).filter(mark => now - mark[0] < 5000 && mark[1] <= sent), [now, sent]];
    if (now - (job.shown ?? 0) < 400) return;
    job.shown = now;
    const [since, from] = job.marks[0], speed = (sent - from) / Math.max(1, now - since) * 1000;
    say(job, speed > 0
      ? fill(texts.going, size(sent), size(job.blob.size), size(speed), span((job.blob.size - sent) / speed))
      : fill(texts.begun, size(sent), size(job.blob.size)));
  }

  function say(job, text) { job.line.textContent = text; }
  function tell(text) { status.textContent = text; }
}

for (const box of document.querySelectorAll('[data-upload]')) start(box);
