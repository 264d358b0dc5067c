import { fork } from 'node:child_process';
import { join } from 'node:path';
import { median } from '../measure.mjs';
import { CONTENDERS } from './contenders.mjs';

const TIME_LIMIT_MS = 60_000;
const script = join(import.meta.dirname, 'contender.mjs');

/** Rates and answers by operation; an operation that did not end in time is missing. */
function ask(name) {
  // The zone of the process is that of the calendar: nobody else's library is right otherwise.
  const child = fork(script, { env: { ...process.env, TZ: 'Europe/Riga' } });
  const found = {};
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT_MS);
    child.on('message', ({ operation, ...measured }) => (found[operation] = measured));
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(limit);
      resolve(found);
    });
    child.send({ name });
  });
}

const rate = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));

/** Adding and measuring working time, each contender in turn within each repeat: questions a second, how many are right, how much slower. */
export async function measureBusinessTime({ repeats, say }) {
  const rounds = new Map(Object.keys(CONTENDERS).map((name) => [name, []]));
  for (let round = 0; round < repeats; round += 1) {
    for (const [name, results] of rounds) results.push(await ask(name));
    say(`Business time: round ${round + 1} of ${repeats}.`);
  }
  const [own] = rounds.keys();
  const rows = [];
  for (const operation of ['add', 'elapsed']) {
    const of = (name) => rounds.get(name).flatMap((result) => result[operation] ?? []);
    const first = median(of(own).map((m) => m.perSecond));
    const right = of(own)[0].answers;
    for (const name of rounds.keys()) {
      const measured = of(name);
      if (measured.length === 0) rows.push([`${operation}: ${name}`, `none in ${TIME_LIMIT_MS / 1000} s`, '', '']);
      else {
        const perSecond = median(measured.map((m) => m.perSecond));
        const { answers } = measured[0];
        const same = answers.filter((answer, n) => answer === right[n]).length;
        rows.push([`${operation}: ${name}`, rate(perSecond), `${rate(first / perSecond)} x`, `${same} of ${answers.length}`]);
      }
    }
  }
  return [['business time', 'questions/s', 'Atbalsts to it', 'answers alike'], ...rows];
}
