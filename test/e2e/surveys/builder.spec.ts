import { Database, UnitOfWork } from '#platform';
import { FreezeSurveyVersion } from '../../../libs/surveys/src/use-cases/freeze-survey-version.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

const STANDARD = '0f6f2a7c-6d1e-4f5a-9d0b-5e0000000001';
const words = (lv: string, en = lv): { lv: string; en: string } => ({ lv, en });
const overall = {
  key: 'overall',
  type: 'scale5',
  text: words('Kopumā?', 'Overall?'),
  required: true,
  scale: 'satisfaction',
  cannotJudge: true,
};
const definition = { intro: words('Sākums', 'Start'), thanks: words('Paldies', 'Thanks'), questions: [overall], headline: 'overall' };
const title = words('Drukas aptauja', 'Printing survey');

interface Version {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly frozenAt: string | null;
  readonly savedBy: { readonly name: string } | null;
  readonly definition: { readonly questions: readonly { readonly key: string }[]; readonly intro: object };
  readonly survey: Survey;
  readonly words: { readonly scales: Record<string, readonly object[]> };
  readonly abilities: object;
}
interface Survey {
  readonly id: string;
  readonly title: object;
  readonly versions: readonly Version[];
  readonly abilities: object;
}

describe('the survey builder', () => {
  let test: TestApp;
  let cast: Cast;
  let owner: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    owner = await cast.signIn('sanita');
  });

  afterAll(() => test?.close());

  const create = async (code: string, more: object = { definition }): Promise<Survey> => {
    const { status, body } = await owner.post<Survey>('/surveys', { code, title, ...more });
    expect(status).toBe(201);
    return body;
  };
  const freeze = (versionId: string): Promise<void> =>
    test.app.get(UnitOfWork).run((tx) => test.app.get(FreezeSurveyVersion, { strict: false }).execute(tx, versionId, null));

  it('begins with the standard questionnaire: thirteen places, all scales in words of both languages', async () => {
    const { body } = await owner.get<Version>(`/surveys/${STANDARD}/versions/1`);
    expect(body).toMatchObject({ version: 1, frozenAt: null, savedBy: null, abilities: { edit: true } });
    expect(body.definition.questions).toHaveLength(13);
    expect(body.words.scales['satisfaction']![4]).toEqual(words('Ļoti apmierināts(-a)', 'Very satisfied'));
    expect(Object.values(body.words.scales).map((points) => points.length)).toEqual([5, 5, 5, 5]);
  });

  it('makes a survey from questions, from another version, or with the headline question alone; a code stands once', async () => {
    const own = await create('printing');
    expect(own).toMatchObject({ title, versions: [{ version: 1, questions: 1, savedBy: { name: 'Sanita Ziediņa' } }] });
    const copy = await create('copy', { copyOf: (await owner.get<Survey>(`/surveys/${STANDARD}`)).body.versions[0]!.id });
    expect(copy.versions[0]).toMatchObject({ questions: 13 });
    expect((await create('bare', {})).versions[0]).toMatchObject({ questions: 1 });
    const again = await owner.post('/surveys', { code: 'printing', title });
    expect(again).toMatchObject({ status: 422, body: { code: 'surveys.code-taken', errors: [{ pointer: '/code' }] } });
    expect((await owner.get<{ items: Survey[] }>('/surveys')).body.items).toHaveLength(4);
  });

  it('saves a version for whoever saw the latest one, and refuses it to who did not', async () => {
    const { id } = await create('saving');
    const path = `/surveys/${id}/versions/1`;
    expect((await owner.get(path)).headers['etag']).toBe('"1"');
    const changed = { title: words('Cits', 'Other'), definition: { ...definition, intro: words(' Cits sākums ', 'Another start') } };
    const saved = await owner.put<Version>(path, changed, { 'if-match': '"1"' });
    expect(saved).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { survey: { title: { lv: 'Cits' } } } });
    expect(saved.body.definition.intro).toEqual(words('Cits sākums', 'Another start'));
    expect(await owner.put(path, changed, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
  });

  it('refuses what is not complete in both languages, and names the places', async () => {
    const { id } = await create('half');
    const half = { ...definition, thanks: words('Paldies', ''), questions: [{ ...overall, text: words('', 'Overall?') }] };
    const { status, body } = await owner.put(`/surveys/${id}/versions/1`, { title: words('Tikai latviski', ' '), definition: half });
    expect({ status, code: body['code'] }).toEqual({ status: 422, code: 'surveys.definition-refused' });
    expect(body['errors']).toMatchObject([{ pointer: '/title/en', code: 'surveys.words-missing' }]);
    const within = await owner.put(`/surveys/${id}/versions/1`, { title, definition: half });
    expect(within.body['errors']).toMatchObject([{ pointer: '/definition/thanks/en' }, { pointer: '/definition/questions/0/text/lv' }]);
    const without = { ...definition, intro: { lv: 'Sākums' } };
    expect((await owner.put(`/surveys/${id}/versions/1`, { title, definition: without })).body['errors']).toMatchObject([
      { pointer: '/definition/intro/en' },
    ]);
    expect((await owner.get<Version>(`/surveys/${id}/versions/1`)).body.revision).toBe(1);
  });

  it('freezes a version for good: the next wording is the next version, and not even the database changes the old one', async () => {
    const { id, versions } = await create('freezing');
    expect(await owner.post(`/surveys/${id}/versions`)).toMatchObject({ status: 409, body: { code: 'surveys.version-open' } });
    await freeze(versions[0]!.id);
    await freeze(versions[0]!.id);
    expect(await owner.put(`/surveys/${id}/versions/1`, { title, definition })).toMatchObject({
      status: 409,
      body: { code: 'surveys.version-frozen' },
    });
    const next = await owner.post<Version>(`/surveys/${id}/versions`);
    expect(next).toMatchObject({ status: 201, body: { version: 2, frozenAt: null, definition, abilities: { edit: true } } });
    const overwrite = test.app.get(Database).query(`update surveys.survey_version set definition = '{}' where id = $1`, [versions[0]!.id]);
    await expect(overwrite).rejects.toThrow('a frozen version of a survey does not change');
    const { body } = await owner.get<Survey>(`/surveys/${id}`);
    expect(body.versions.map(({ version, frozenAt }) => [version, frozenAt !== null])).toEqual([
      [2, false],
      [1, true],
    ]);
    const frozen = await test.app.get(Database).query(`select 1 from platform.event_log where type = 'surveys.survey-frozen'`);
    expect(frozen).toHaveLength(1);
  });
});
