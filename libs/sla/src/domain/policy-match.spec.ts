import { explainMatch } from './policy-match.js';
import { target } from './test/targets.js';

const facts = { ticketType: 'incident', priority: 3, serviceId: 'mail', institutionId: 'order', groupId: null };
const general = target();
const mail = target({ serviceId: 'mail', seconds: 2 });
const phone = target({ serviceId: 'phone', seconds: 3 });
const civil = target({ institutionId: 'civil', seconds: 4 });

describe('the explanation of a match', () => {
  it('names the chosen target, those that are wider, and those that are for others', () => {
    const [, resolution] = explainMatch([general, civil, phone, mail], facts);
    expect(resolution).toEqual({
      kind: 'resolution',
      chosen: mail,
      candidates: [
        { target: mail, verdict: 'chosen', misses: null },
        { target: general, verdict: 'less-specific', misses: null },
        { target: civil, verdict: 'other', misses: 'institutionId' },
        { target: phone, verdict: 'other', misses: 'serviceId' },
      ],
    });
  });

  it('says that there is no response where the policy has none, and is silent of OLAs that it does not have', () => {
    expect(explainMatch([general], facts).map(({ kind, chosen }) => [kind, chosen])).toEqual([
      ['response', null],
      ['resolution', general],
    ]);
  });

  it('leaves other priorities out', () => {
    expect(explainMatch([target({ priority: 1 })], facts)[1]).toEqual({ kind: 'resolution', chosen: null, candidates: [] });
  });
});
