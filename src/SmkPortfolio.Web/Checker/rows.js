// What was found for each file. Whatever comes out of a file is written as text and never as markup.

import { fill, sentence, when, words } from './words.js';

/** The result of one file: open when it is the only one, otherwise a row that opens. */
export function resultOf({ file, report }, register, isOnly) {
  const text = words();
  const article = document.createElement('article');
  article.dataset.verdict = report.verdict;
  article.dataset.reason = report.reasonCode;
  const head = [
    element('p', { className: 'meta name' }, file.name ?? text.page.codeName),
    element('h2', {}, text.verdicts[report.verdict]),
    element('p', {}, file.isList ? text.page.listTaken : sentence(report.reasonCode, report.values)),
  ];
  // Of what was not even read there is nothing more to say.
  if (file.problem) {
    article.append(...head);
    return article;
  }
  const checks = element('ul', {}, ...report.checks.map(checkItem));
  const body = [factsOf(report, register), ...(report.lines.length > 0 ? [element('ul', {}, ...report.lines.map(lineItem))] : [])];
  if (isOnly) article.append(...head, ...body, element('details', {}, element('summary', {}, text.page.details), checks));
  else article.append(element('details', { className: 'row' }, element('summary', {}, ...head), ...body, element('h3', {}, text.page.details), checks));
  return article;
}

/** An element with properties and content. */
export function element(tag, properties, ...content) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...content);
  return made;
}

function factsOf(report, register) {
  const facts = document.createElement('dl');
  const fact = (name, value) => { if (value !== undefined && value !== null) facts.append(element('dt', {}, words().page[name]), element('dd', {}, value)); };
  fact('issuer', issuerName(report, register));
  fact('holder', report.subjectName);
  fact('document', report.title);
  fact('signed', when(report.signedAt));
  fact('statusAsOf', when(report.statusAsOf));
  fact('checked', when(report.checkedAt));
  return facts;
}

function checkItem(check) {
  const text = words();
  return element('li', {}, `${text.checks[check.name]}: ${text.states[check.state]}${check.code ? ` · ${sentence(check.code, check.values)}` : ''}`);
}

function lineItem(line) {
  const text = words();
  const parts = [line.title, text.words[line.word]];
  // The student's own word is not confirmed, so it has no standing that could be current.
  if (line.word !== 'self') parts.push(text.lineStates[line.state]);
  if (line.isBatch) parts.push(sentence('line-batch', []));
  return element('li', {}, parts.join(' · '));
}

// Names come from the register. A person has none there, so a role and a school stand for it.
function issuerName({ issuer, issuerDid }, register) {
  if (!issuer) return issuerDid && fill(words().page.unconfirmed, [issuerDid]);
  if (issuer.school) return `${issuer.school.name} (NPSN ${issuer.school.npsn})`;
  const home = register?.schools.find(school => school.npsn === issuer.person.npsn);
  return home ? fill(words().page.staffOf, [home.name]) : words().page.mentor;
}
