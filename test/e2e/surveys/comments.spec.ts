import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { Answer, ApiClient } from '../../support/client.js';
import { layClosedCampaign, type ResultBody } from './result-story.js';

interface CommentBody {
  readonly id: string;
  readonly original: string;
  readonly marks: readonly { readonly from: number; readonly to: number; readonly kind: string }[];
  readonly state: string;
  readonly text: string | null;
  readonly hidden: boolean;
  readonly confirm: boolean;
  readonly version: number;
}
interface CommentsBody {
  readonly items: readonly CommentBody[];
  readonly code: string;
}

const NAMED = 'Elīnai Bērziņai paldies, mans kods ir 010190-12345.';
const REDACTED = 'Darbiniecei paldies.';
const RUDE = 'Šis nav domāts citiem.';

describe('comments of a campaign', () => {
  let test: TestApp;
  let cast: Cast;
  let sanita: ApiClient;
  let dace: ApiClient;
  let id: string;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    [sanita, dace] = [await cast.signIn('sanita'), await cast.signIn('dace')];
  });
  beforeEach(async () => {
    id = await layClosedCampaign(test, [{ name: 'Viena', users: 40, answered: 12, satisfied: 9, comments: [NAMED, RUDE] }]);
  });

  afterAll(() => test?.close());

  const list = async (client: ApiClient): Promise<Answer<CommentsBody>> => client.get(`/campaigns/${id}/comments`);
  const one = async (client: ApiClient, original: string): Promise<CommentBody> =>
    (await list(client)).body.items.find((comment) => comment.original === original)!;
  const shown = async (client: ApiClient): Promise<ResultBody['comments']> =>
    (await client.get<ResultBody>(`/campaigns/${id}/results`)).body.comments;
  const propose = async (client: ApiClient, original: string, body: object, version = 0): Promise<Answer<CommentsBody>> =>
    client.put(`/campaigns/${id}/comments/${(await one(client, original)).id}`, body, { 'if-match': `"${version}"` });
  const confirm = async (client: ApiClient, original: string, version = 1): Promise<Answer<CommentsBody>> =>
    client.post(`/campaigns/${id}/comments/${(await one(client, original)).id}/confirmation`, {}, { 'if-match': `"${version}"` });

  it('are marked where they may name a person: a known name in any case, a personal code', async () => {
    const { marks, state } = await one(sanita, NAMED);
    expect(state).toBe('waiting');
    expect(marks.map(({ from, to, kind }) => `${kind} ${NAMED.slice(from, to)}`)).toEqual([
      'name Elīnai',
      'name Bērziņai',
      'personal_code 010190-12345',
    ]);
  });

  it('are read by nobody else before a second person has confirmed the text, and never in the original', async () => {
    expect(await shown(sanita)).toMatchObject({ shown: [], waiting: 2 });
    expect((await propose(sanita, NAMED, { text: REDACTED })).status).toBe(200);
    expect((await shown(dace)).shown).toEqual([]);
    const own = await confirm(sanita, NAMED);
    expect([own.status, own.body.code]).toEqual([403, 'surveys.own-redaction']);
    expect((await confirm(dace, NAMED)).status).toBe(200);
    await propose(dace, RUDE, { hidden: true });
    await confirm(sanita, RUDE);
    await sanita.post(`/campaigns/${id}/publication`);
    await dace.post(`/campaigns/${id}/publication`);
    const inga = await cast.signIn('inga');
    expect(await shown(inga)).toMatchObject({ shown: [{ text: REDACTED }], waiting: 0 });
    expect((await list(inga)).status).toBe(403);
    expect((await list(await cast.signIn('elina'))).status).toBe(403);
  });

  it('need a new confirmation after a new proposal, and what is confirmed is what was seen', async () => {
    await propose(sanita, NAMED, { text: REDACTED });
    const stale = await propose(dace, NAMED, { text: 'Cits teksts.' });
    expect(stale.status).toBe(412);
    await propose(dace, NAMED, { text: 'Cits teksts.' }, 1);
    expect((await confirm(sanita, NAMED, 1)).status).toBe(412);
    expect((await confirm(sanita, NAMED, 2)).status).toBe(200);
    expect((await shown(sanita)).shown).toEqual([expect.objectContaining({ text: 'Cits teksts.' })]);
    const again = await confirm(dace, NAMED, 3);
    expect([again.status, again.body.code]).toEqual([409, 'surveys.redaction-not-proposed']);
  });

  it('stay closed, even to those who redact, where fewer than ten people answered', async () => {
    id = await layClosedCampaign(test, [{ name: 'Maza', users: 40, answered: 9, satisfied: 9, comments: [NAMED] }]);
    const { status, body } = await list(sanita);
    expect([status, body.code]).toEqual([409, 'surveys.comments-few']);
    expect(await shown(sanita)).toMatchObject({ few: true, shown: [], waiting: 0 });
  });

  it('of another campaign are not found here', async () => {
    const { id: comment } = await one(sanita, NAMED);
    const other = await layClosedCampaign(test, [{ name: 'Otra', users: 40, answered: 12, satisfied: 9 }]);
    expect((await sanita.put(`/campaigns/${other}/comments/${comment}`, { hidden: true })).status).toBe(404);
    expect((await sanita.put(`/campaigns/${id}/comments/${comment}`, { text: '' })).status).toBe(422);
  });
});
