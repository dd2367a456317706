// The page itself. Whatever comes out of a file is written as text and never as markup.

import { utf8 } from './bytes.js';
import { setContexts } from './contexts.js';
import { JsonError, hasType, parseObject } from './json.js';
import { BrowserError, browserCanVerify } from './keys.js';
import { RegisterError, maySucceed, readRegister } from './register.js';
import { verifyStatement } from './statement.js';
import { kindOf, verifyFile } from './verify.js';

const mostFiles = 50;
const mostFileBytes = 64 * 1024 * 1024;
const given = JSON.parse(document.getElementById('data').textContent);
const at = id => document.getElementById(id);

let language = navigator.language?.startsWith('en') ? 'en' : 'id';
let browserCan = false;
let register = null;
let files = [];
let outcomes = [];
let notes = [];
let turn = Promise.resolve();

start();

async function start() {
  setContexts(Object.entries(given.contexts).map(([url, text]) => [url, parseObject(utf8(text))]));
  for (const button of document.querySelectorAll('[data-language]')) button.addEventListener('click', () => { language = button.dataset.language; show(); });
  at('files').addEventListener('change', event => { take([...event.target.files]); event.target.value = ''; });
  at('read').addEventListener('click', () => { if (at('code').value.trim()) take([], at('code').value); at('code').value = ''; });
  at('clear').addEventListener('click', () => { files = []; outcomes = []; notes = []; show(); at('files').focus(); });
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

// One selection after another: a register or a status list that comes later is used for the files that came before.
function take(chosen, code) {
  turn = turn.then(() => run(chosen, code));
}

async function run(chosen, code) {
  notes = [];
  for (const file of chosen) {
    if (files.length >= mostFiles) { notes.push(['tooMany']); break; }
    if (file.size > mostFileBytes) { notes.push(['tooLarge', file.name]); continue; }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!await takeRegister(bytes, file.name)) files.push({ name: file.name, bytes, isList: isStatusList(bytes) });
  }
  if (code !== undefined && files.length < mostFiles) files.push({ code });
  else if (code !== undefined) notes.push(['tooMany']);
  const context = { register, now: Date.now(), lists: files.filter(file => file.isList).map(file => file.bytes), browserCan };
  outcomes = [];
  for (const file of files) outcomes.push({ file, report: await (file.code === undefined ? verifyFile(file.bytes, context) : verifyStatement(file.code, context)) });
  show();
  at('results').dataset.rounds = String(Number(at('results').dataset.rounds ?? 0) + 1);
}

async function takeRegister(bytes, name) {
  const found = browserCan && kindOf(bytes) === 'jwt' ? await tryRegister(new TextDecoder().decode(bytes)) : null;
  if (!found) return false;
  const isBelieved = !!register && maySucceed(found, register);
  if (isBelieved) register = found;
  notes.push([isBelieved ? 'registerTaken' : 'registerRefused', name]);
  return true;
}

function isStatusList(bytes) {
  try {
    return kindOf(bytes) === 'json' && hasType(parseObject(bytes), 'BitstringStatusListCredential');
  } catch (problem) {
    if (problem instanceof JsonError) return false;
    throw problem;
  }
}

function words() { return given.texts[language]; }

function show() {
  document.documentElement.lang = language;
  document.title = words().page.title;
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === language));
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = words().page[element.dataset.text];
  at('lacks').hidden = browserCan;
  at('clear').hidden = files.length === 0;
  at('register').textContent = register ? fill(words().page.register, [register.origin, new Date(register.issuedAt), register.fingerprint]) : words().page.noRegister;
  at('notes').replaceChildren(...notes.map(([key, name]) => make('p', fill(words().page[key], [name ?? '']))));
  at('results').replaceChildren(...outcomes.map(outcome));
}

function make(tag, text, ...children) {
  const element = document.createElement(tag);
  if (text !== undefined && text !== null) element.textContent = text;
  element.append(...children);
  return element;
}

function outcome({ file, report }) {
  const text = words();
  const article = make('article', null, make('p', file.name ?? text.page.codeName), make('h2', text.verdicts[report.verdict]), make('p', sentence(report.reasonCode, report.values)));
  article.dataset.verdict = report.verdict;
  article.dataset.reason = report.reasonCode;
  article.firstChild.className = 'meta';
  if (file.isList) article.append(make('p', text.page.listTaken));
  const facts = make('dl');
  const fact = (name, value) => { if (value !== undefined && value !== null) facts.append(make('dt', text.page[name]), make('dd', value)); };
  fact('issuer', issuerName(report));
  fact('holder', report.subjectName);
  fact('document', report.title);
  fact('signed', when(report.signedAt));
  fact('statusAsOf', when(report.statusAsOf));
  fact('checked', when(report.checkedAt));
  article.append(facts);
  if (report.lines.length > 0) article.append(make('ul', null, ...report.lines.map(lineItem)));
  const checks = report.checks.map(check => make('li', `${text.checks[check.name]}: ${text.states[check.state]}${check.code ? ` · ${sentence(check.code, check.values)}` : ''}`));
  article.append(make('details', null, make('summary', text.page.details), make('ul', null, ...checks)));
  return article;
}

function lineItem(line) {
  const text = words();
  const parts = [line.title, text.words[line.word]];
  // The student's own word is not confirmed, so it has no standing that could be current.
  if (line.word !== 'self') parts.push(text.lineStates[line.state]);
  if (line.isBatch) parts.push(sentence('line-batch', []));
  return make('li', parts.join(' · '));
}

// Names come from the register. A person has none there, so a role and a school stand for it.
function issuerName({ issuer, issuerDid }) {
  if (!issuer) return issuerDid && fill(words().page.unconfirmed, [issuerDid]);
  if (issuer.school) return `${issuer.school.name} (NPSN ${issuer.school.npsn})`;
  const home = register?.schools.find(school => school.npsn === issuer.person.npsn);
  return home ? fill(words().page.staffOf, [home.name]) : words().page.mentor;
}

function sentence(code, values) {
  return fill(words().reasons[code] ?? words().page.failed, values);
}

function fill(template, values) {
  return template.replace(/\{(\d)\}/g, (_, index) => {
    const value = values[Number(index)];
    if (value instanceof Date) return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(value) + ' (UTC)';
    return typeof value === 'string' ? value.replace(/[ .]+$/, '') : String(value ?? '');
  });
}

function locale() { return language === 'id' ? 'id-ID' : 'en-GB'; }

function when(time) {
  return time === undefined ? undefined : new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'long' }).format(new Date(time));
}
