import { CIVIL, MAIL, ORDER, PolicyStory, type SeenPolicy, type SeenTarget, target } from './policy-story.js';

const HOUR = 3600;

interface Match {
  policy: { id: string; name: string };
  version: number;
  decidedBy: string;
  agreements: { reference: string; verdict: string; why: string }[];
  kinds: {
    kind: string;
    chosen: SeenTarget | null;
    candidates: { target: SeenTarget; verdict: string; misses: string | null; why: string }[];
  }[];
}

describe('the question which target a ticket would get', () => {
  let story: PolicyStory;
  let general: SeenPolicy;

  beforeAll(async () => {
    story = await PolicyStory.open();
    general = await story.general();
  });

  afterAll(() => story?.close());

  const ask = async (query: string): Promise<Match> =>
    (await (await story.as('elina')).get<Match>(`/policies/match?ticketType=incident&${query}`)).body;

  it('is answered with the general target where nothing is more specific', async () => {
    const match = await ask('priority=3');
    expect(match).toMatchObject({ decidedBy: 'general', version: 1, agreements: [] });
    expect(match.kinds.map(({ kind, chosen }) => [kind, chosen?.seconds])).toEqual([
      ['response', 2 * HOUR],
      ['resolution', 16 * HOUR],
    ]);
    expect(match.kinds[0]!.candidates).toEqual([
      expect.objectContaining({ verdict: 'chosen', why: 'Vispārīgā mērķvērtība: nekā konkrētāka šim pieteikumam nav.' }),
    ]);
  });

  it('can be asked of a draft: each candidate says why it won or lost', async () => {
    const own = [
      target('resolution', 3, HOUR, { serviceId: MAIL }),
      target('resolution', 3, 2 * HOUR, { institutionId: CIVIL }),
      target('resolution', 3, 3 * HOUR, { institutionId: CIVIL, serviceId: MAIL }),
    ];
    const draft = await story.save(general, [...(await story.asked(general)), ...own]);
    const match = await ask(`priority=3&serviceId=${MAIL}&institutionId=${ORDER}&versionId=${draft.body.id}`);
    expect(match.decidedBy).toBe('asked');
    const [, resolution] = match.kinds;
    expect(resolution!.chosen).toMatchObject({ seconds: HOUR, service: { name: 'E-pasts un kalendārs' } });
    expect(resolution!.candidates.map(({ target: { seconds }, verdict, misses, why }) => [seconds / HOUR, verdict, misses, why])).toEqual([
      [1, 'chosen', null, 'Tieši šim pakalpojumam; šai iestādei nekā konkrētāka nav.'],
      [16, 'less-specific', null, 'Derētu, bet ir konkrētāka mērķvērtība.'],
      [3, 'other', 'institutionId', 'Domāta citai iestādei.'],
      [2, 'other', 'institutionId', 'Domāta citai iestādei.'],
    ]);
  });

  it('refuses a version that there is not, and a priority that there is not', async () => {
    const elina = await story.as('elina');
    expect((await elina.get(`/policies/match?ticketType=incident&priority=3&versionId=${MAIL}`)).status).toBe(404);
    expect((await elina.get('/policies/match?ticketType=incident&priority=6')).status).toBe(422);
    expect((await elina.get('/policies/match?ticketType=wish&priority=1')).status).toBe(422);
  });
});
