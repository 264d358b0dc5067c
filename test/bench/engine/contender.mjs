/**
 * One contender in a process of its own: answers the questions in rounds for about a second, and says how many a second and what. The
 * process is ended by its parent where it takes too long: dayjs-business-time does not come back from some nights.
 */
import { CONTENDERS } from './contenders.mjs';
import { questions } from './questions.mjs';

const LONG_ENOUGH_MS = 1_000;

process.once('message', async ({ name }) => {
  const asked = questions(CONTENDERS[name].questions);
  const contender = await CONTENDERS[name].make();
  const measure = (operation, ask) => {
    const answers = asked.map(ask);
    const begun = performance.now();
    let done = 0;
    while (performance.now() - begun < LONG_ENOUGH_MS) ask(asked[done++ % asked.length]);
    process.send({ operation, perSecond: (1000 * done) / (performance.now() - begun), answers });
  };
  measure('add', ({ start, amount }) => contender.add(start, amount));
  measure('elapsed', ({ start, end }) => contender.elapsed(start, end));
  process.disconnect();
});
