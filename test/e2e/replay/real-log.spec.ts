import { factsOf } from '../../../apps/cli/src/replay/case-facts.js';
import { foldCase } from '../../../apps/cli/src/replay/fold-case.js';
import { casesOf } from '../../../apps/cli/src/replay/read-log.js';
import { realLog } from '../../support/real-data.js';

const file = realLog('uci-incident-event-log.csv.gz');

(file ? describe : describe.skip)('the real log of 24,918 incidents', () => {
  it('folds to the counts that its publishers give', async () => {
    const sums = { cases: 0, events: 0, reopened: 0, reassigned: 0, beganResolved: 0, madeSla: 0, byPriority: [0, 0, 0, 0] };
    for await (const { rows } of casesOf(file!, (error) => expect(error).toBeUndefined())) {
      const folded = foldCase(rows);
      const facts = factsOf(folded, { priority: folded.final.weight.priority, ours: true, log: folded.madeSla, cause: null });
      sums.cases += 1;
      sums.events += folded.rows;
      sums.reopened += facts.reopens > 0 ? 1 : 0;
      sums.reassigned += facts.hops > 0 ? 1 : 0;
      sums.beganResolved += facts.beganResolved ? 1 : 0;
      sums.madeSla += folded.madeSla ? 1 : 0;
      sums.byPriority[facts.priority - 1]! += 1;
    }
    expect(sums).toEqual({
      cases: 24_918,
      events: 141_712,
      reopened: 275,
      reassigned: 11_369,
      beganResolved: 1_819,
      madeSla: 15_803,
      byPriority: [270, 408, 23_466, 774],
    });
  }, 60_000);
});
