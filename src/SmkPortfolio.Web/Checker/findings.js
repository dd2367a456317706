// Checks and grounds as they come in. What nobody looked at stays unchecked, and an unchecked document is never genuine.

export const checkNames = [
  'format', 'contexts', 'issuer-key', 'proof', 'dates', 'status', 'evidence', 'endorsements', 'register', 'log', 'pdf-signature', 'pdf-coverage', 'snapshot', 'state',
];

// What weighs more comes first.
const precedence = ['altered', 'genuine-withdrawn', 'issuer-unknown', 'not-checkable', 'genuine-expired', 'genuine-current'];

export class Finding {
  checks = new Map();
  grounds = [];
  endorsements = [];
  document = null;
  issuer = null;
  statusAsOf = undefined;
  revoked = false;

  set(name, state, code, ...values) { this.checks.set(name, { state, code, values }); }

  fail(name, verdict, code, ...values) { this.#note(name, 'failed', verdict, code, values); }

  leave(name, verdict, code, ...values) { this.#note(name, 'unchecked', verdict, code, values); }

  add(ground) { if (ground) this.grounds.push(ground); }

  has(verdict) { return this.grounds.some(ground => ground.verdict === verdict); }

  ground(verdict) { return this.grounds.find(ground => ground.verdict === verdict); }

  state(name) { return this.checks.get(name)?.state ?? 'unchecked'; }

  takeFrom(other, names) { for (const name of names) if (other.checks.has(name)) this.checks.set(name, other.checks.get(name)); }

  #note(name, state, verdict, code, values) {
    this.set(name, state, code, ...values);
    this.grounds.push({ verdict, code, values });
  }
}

/** The report on what was found. "Genuine and current" is what remains when every check has passed or does not apply. */
export function reportOf(checks, finding, now, lines = []) {
  const heaviest = [...checks.grounds].sort((a, b) => precedence.indexOf(a.verdict) - precedence.indexOf(b.verdict))[0];
  const ground = heaviest ?? withoutGround(checks, finding);
  const isTold = ground.verdict !== 'altered' && ground.verdict !== 'issuer-unknown';
  const isKnown = isTold && !!finding?.issuer;
  const isProved = !!finding?.document && checks.state('proof') === 'passed';
  return {
    verdict: ground.verdict,
    reasonCode: ground.code,
    values: ground.values,
    signedAt: isProved ? finding.document.created : undefined,
    statusAsOf: finding?.statusAsOf,
    checkedAt: now,
    issuer: isProved ? finding.issuer : null,
    issuerDid: isProved ? finding.document.issuerDid : undefined,
    subjectName: isKnown && finding.document.isBadge ? finding.document.subjectName : undefined,
    title: isKnown ? finding.document.title : undefined,
    lines: isTold ? lines : [],
    checks: checkNames.map(name => ({ name, ...(checks.checks.get(name) ?? { state: 'unchecked', values: [] }) })),
  };
}

function withoutGround(checks, finding) {
  const states = checkNames.map(name => checks.state(name));
  if (states.includes('failed')) return { verdict: 'altered', code: 'check-failed', values: [] };
  if (states.includes('unchecked') || !finding?.issuer || finding.statusAsOf === undefined) return { verdict: 'not-checkable', code: 'unchecked', values: [] };
  return { verdict: 'genuine-current', code: 'genuine-as-of', values: [new Date(finding.statusAsOf)] };
}
