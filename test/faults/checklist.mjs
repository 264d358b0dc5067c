/** What was expected of a run and what came of it. */
export class Checklist {
  /** @param {(line: string) => void} say */
  constructor(say) {
    this.say = say;
    this.passed = 0;
    this.failures = [];
    this.skipped = 0;
  }

  /** @param {string} name @param {boolean} holds @param {string} [detail] */
  expect(name, holds, detail = '') {
    if (holds) this.passed += 1;
    else this.failures.push(name);
    this.say(`  ${holds ? 'ok    ' : 'FAILED'} ${name}${detail ? ` (${detail})` : ''}`);
  }

  /** Rows that must not be there; the first of them are shown. */
  expectNone(name, rows, show = JSON.stringify) {
    const first = rows.slice(0, 3).map((row) => `\n         ${show(row)}`);
    this.expect(name, rows.length === 0, rows.length === 0 ? '' : `${rows.length} found:${first.join('')}`);
  }

  /** A part that this machine cannot run; where nothing may be left out (CI) that is a failure. */
  leaveOut(what, how) {
    const strict = process.env.ATBALSTS_TEST_STRICT === '1';
    if (strict) this.failures.push(what);
    else this.skipped += 1;
    this.say(`  ${strict ? 'MISSING' : 'left out'} ${what}. ${how}`);
  }
}
