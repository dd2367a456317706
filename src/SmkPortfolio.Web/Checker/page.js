// The page itself: takes files, keeps them as long as it is open, and shows what was found.

import { startsWith, utf8 } from './bytes.js';
import { isLogProof, isStatusList, logProofText, openBundle, stemOf } from './bundle.js';
import { setContexts } from './contexts.js';
import { parseObject } from './json.js';
import { BrowserError, browserCanVerify } from './keys.js';
import { RegisterError, maySucceed, readRegister } from './register.js';
import { element, resultOf } from './rows.js';
import { verifyStatement } from './statement.js';
import { kindOf, refused, verifyFile } from './verify.js';
import { currentLanguage, fill, sentence, setLanguage, setTexts, words } from './words.js';
import { mostZipFileBytes } from './zip.js';

const mostFiles = 500;
// What may be held at once; a register may be larger than any document.
const mostHeldBytes = 400 * 1024 * 1024;
const mostRegisterBytes = 64 * 1024 * 1024;
const longestStretch = 50;
const quietNotes = ['registerTaken', 'proofTaken', 'listsTaken', 'aside'];
const given = JSON.parse(document.getElementById('data').textContent);
const at = id => document.getElementById(id);

let browserCan = false;
let register = null;
let files = [];
let lists = [];
let proofs = new Map();
let evidence = new Map();
let outcomes = [];
let notes = [];
let room = { bytes: mostHeldBytes };
let lastPause = 0;
let turn = Promise.resolve();

start();

async function start() {
  setTexts(given.texts);
  setContexts(Object.entries(given.contexts).map(([url, text]) => [url, parseObject(utf8(text))]));
  for (const button of document.querySelectorAll('[data-language]')) button.addEventListener('click', () => { setLanguage(button.dataset.language); show(); });
  at('files').addEventListener('change', event => { take([...event.target.files]); event.target.value = ''; });
  at('read').addEventListener('click', () => { if (at('code').value.trim()) take([], at('code').value); at('code').value = ''; });
  at('clear').addEventListener('click', () => { clear(); show(); at('files').focus(); });
  const box = at('drop');
  for (const kind of ['dragenter', 'dragover']) box.addEventListener(kind, event => { event.preventDefault(); box.classList.add('over'); });
  for (const kind of ['dragleave', 'drop']) box.addEventListener(kind, () => box.classList.remove('over'));
  box.addEventListener('drop', event => { event.preventDefault(); take([...event.dataTransfer.files]); });
  turn = turn.then(prepare);
  await turn;
}

async function prepare() {
  browserCan = await browserCanVerify();
  const inside = browserCan && given.register ? await tryRegister(given.register) : null;
  register = inside?.fingerprint === given.fingerprint ? inside : null;
  document.body.dataset.ready = 'yes';
  show();
}

async function tryRegister(text) {
  try {
    return await readRegister(text);
  } catch (problem) {
    if (problem instanceof RegisterError || problem instanceof BrowserError) return null;
    throw problem;
  }
}

function clear() {
  [files, lists, outcomes, notes, proofs, evidence, room] = [[], [], [], [], new Map(), new Map(), { bytes: mostHeldBytes }];
}

// One selection after another: a register or a status list that comes later is used for the files that came before.
function take(chosen, code) {
  turn = turn.then(() => run(chosen, code)).catch(() => { outcomes = []; notes.push(['failed']); show(); });
}

async function run(chosen, code) {
  notes = [];
  for (const file of chosen) await takeFile(file);
  if (code !== undefined) addFile({ code });
  outcomes = [];
  for (const file of files) {
    if (files.length > 1) at('told').textContent = fill(words().page.checking, [outcomes.length + 1, files.length]);
    outcomes.push({ file, report: await reportOn(file) });
    await pause();
  }
  show();
  at('results').dataset.rounds = String(Number(at('results').dataset.rounds ?? 0) + 1);
}

function reportOn(file) {
  const context = { register, now: Date.now(), lists, browserCan, logProof: proofs.get(file.home)?.get(stemOf(file.path ?? '')), evidence: evidence.get(file.home) };
  if (file.code !== undefined) return verifyStatement(file.code, context);
  return file.problem ? refused('not-checkable', file.problem, context) : verifyFile(file.bytes, context);
}

async function takeFile(file) {
  const { bytes, refusal } = await readFile(file);
  if (refusal) addFile({ name: file.name, problem: refusal });
  else if (kindOf(bytes) === 'zip') await takeBundle(file.name, bytes);
  else if (await takeRegister(bytes, file.name)) return;
  else if (isLogProof(file.name)) {
    proofs.set('', new Map([...proofs.get('') ?? [], [stemOf(file.name), logProofText(bytes)]]));
    notes.push(['proofTaken', file.name]);
  } else {
    const isList = isStatusList(bytes);
    if (isList) lists.push(bytes);
    const problem = bytes.length === 0 ? 'empty' : bytes.length > mostZipFileBytes ? 'too-large' : (room.bytes -= bytes.length) < 0 ? 'too-much' : null;
    addFile({ home: '', path: file.name, name: file.name, bytes: problem ? null : bytes, problem, isList });
  }
}

// A folder that was dropped, or a file that is gone by now, cannot be read.
async function readFile(file) {
  try {
    const isArchive = kindOf(new Uint8Array(await file.slice(0, 4).arrayBuffer())) === 'zip';
    if (file.size > (isArchive ? mostHeldBytes : mostRegisterBytes)) return { refusal: isArchive ? 'zip-too-large' : 'too-large' };
    return { bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return { refusal: 'not-read' };
  }
}

async function takeBundle(name, archive) {
  const bundle = await openBundle(archive, room, pause);
  const home = `${name} ${proofs.size}`;
  lists.push(...bundle.lists);
  proofs.set(home, bundle.proofs);
  evidence.set(home, bundle.evidence);
  if (bundle.register && !await takeRegister(bundle.register, `${name} › register.jws`)) notes.push(['registerRefused', `${name} › register.jws`]);
  for (const file of bundle.documents) addFile({ ...file, home, name: file.path === '' ? name : `${name} › ${file.path}` });
  if (bundle.documents.length === 0) notes.push(['noDocument', name]);
  if (bundle.lists.length > 0) notes.push(['listsTaken', name, bundle.lists.length]);
  if (bundle.aside > 0) notes.push(['aside', name, bundle.aside]);
}

function addFile(file) {
  if (files.length < mostFiles) files.push(file);
  else if (!notes.some(([key]) => key === 'tooMany')) notes.push(['tooMany']);
}

async function takeRegister(bytes, name) {
  const found = browserCan && startsWith(bytes, 'eyJ') ? await tryRegister(new TextDecoder().decode(bytes)) : null;
  if (!found) return false;
  const isBelieved = !!register && maySucceed(found, register);
  if (isBelieved) register = found;
  notes.push([isBelieved ? 'registerTaken' : 'registerRefused', name]);
  return true;
}

// A page that never pauses cannot be read while it works.
async function pause() {
  if (performance.now() - lastPause < longestStretch) return;
  await new Promise(resolve => { setTimeout(resolve, 0); });
  lastPause = performance.now();
}

function show() {
  const text = words().page, documents = outcomes.filter(({ file }) => !file.isList), isOnly = outcomes.length === 1;
  document.documentElement.lang = currentLanguage();
  document.title = text.title;
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === currentLanguage()));
  for (const part of document.querySelectorAll('[data-text]')) part.textContent = text[part.dataset.text];
  at('lacks').hidden = browserCan;
  at('clear').hidden = files.length === 0;
  at('register').textContent = register ? fill(text.register, [register.origin, new Date(register.issuedAt), register.fingerprint]) : text.noRegister;
  at('notes').replaceChildren(...notes.map(([key, ...values]) => element('p', { className: quietNotes.includes(key) ? 'told' : '' }, fill(text[key], values))));
  at('told').classList.toggle('only-heard', isOnly);
  at('told').textContent = outcomes.length === 0 ? '' : isOnly ? heard(outcomes[0]) : fill(text.counted, [documents.filter(({ report }) => report.verdict === 'genuine-current').length, documents.length]);
  at('results').replaceChildren(...outcomes.map(outcome => resultOf(outcome, register, isOnly)));
}

function heard({ report }) {
  return `${words().verdicts[report.verdict]}. ${sentence(report.reasonCode, report.values)}`;
}
