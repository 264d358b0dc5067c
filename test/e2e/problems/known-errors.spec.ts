import { service } from '../incidents/desk.js';
import { KNOWN, ProblemStory, type SeenProblem } from './problem-story.js';

let story: ProblemStory;
let problem: SeenProblem;

beforeAll(async () => {
  story = await ProblemStory.open();
  problem = await story.known();
  await story.ask('elina', 'patch', `/problems/${problem.id}`, { serviceId: service('MAIL') });
});

afterAll(() => story?.close());

interface Offer {
  problem: { number: string } | null;
  title: string;
  workaround: string;
  rootCause: string | null;
}

async function offered(login: string, path: string): Promise<Offer[]> {
  const answer = await (await story.desk.as(login)).get<{ items: Offer[] }>(path);
  return answer.body.items;
}

const typed = (q: string): string => `/known-errors?q=${encodeURIComponent(q)}`;

describe('A known error', () => {
  it('is offered to staff that types what sounds like it, with cause and workaround', async () => {
    expect(await offered('elina', typed('no rīta pārtrauca darboties tīkls, atkārtots pārrāvums'))).toEqual([
      expect.objectContaining({ problem: { id: problem.id, number: problem.number }, title: problem.title, ...KNOWN }),
    ]);
    expect(await offered('elina', typed('printeris drukā ar svītrām'))).toEqual([]);
    expect(await offered('elina', '/known-errors')).toEqual([]);
  });

  it('stands in the file of known errors with cause and workaround, nothing of which a spreadsheet runs', async () => {
    await story.ask('elina', 'patch', `/problems/${problem.id}`, { workaround: '=1+1' });
    const elina = await story.desk.as('elina');
    const file = async (state: string) =>
      (await fetch(`${elina.url}/api/v1/problems/export?format=csv&state=${state}`, { headers: elina.headers() })).text();
    const [, line] = (await file('known_error')).split('\r\n');
    expect(line).toContain(`${problem.number};`);
    expect(line).toContain(`;${KNOWN.rootCause};'=1+1;`);
    expect(await file('closed')).not.toContain(problem.number);
    await story.ask('elina', 'patch', `/problems/${problem.id}`, { workaround: KNOWN.workaround });
  });

  it('is offered beside an incident that sounds like it', async () => {
    const like = await story.desk.file('ilze', { title: 'Tīkla pārrāvums', description: 'Katru rītu.', serviceId: service('MAIL') });
    const unlike = await story.desk.file('ilze', { title: 'Printeris', description: 'Svītras.' });
    expect((await offered('elina', `/tickets/${like.number}/known-errors`)).map((one) => one.problem?.number)).toEqual([problem.number]);
    expect(await offered('elina', `/tickets/${unlike.number}/known-errors`)).toEqual([]);
  });

  it('is told to users only in the words that were written for them', async () => {
    const question = typed('atkārtoti tīkla pārrāvumi');
    expect(await offered('ilze', question)).toEqual([]);
    const words = { publicTitle: 'Tīkla pārrāvumi no rītiem', publicText: 'Pagaidiet piecas minūtes; savienojums atjaunosies pats.' };
    await story.ask('elina', 'patch', `/problems/${problem.id}`, words);
    expect(await offered('ilze', question)).toEqual([
      expect.objectContaining({ problem: null, title: words.publicTitle, workaround: words.publicText, rootCause: null }),
    ]);
  });

  it('is told to nobody whose institution does not have the service', async () => {
    await story.desk
      .sql(`update catalogue.subscription set valid_to = current_date - 1 where service_id = $1`, [service('MAIL')])
      .catch(() => []);
    expect(await offered('ilze', typed('atkārtoti tīkla pārrāvumi'))).toEqual([]);
  });

  it('is offered no more once it is resolved', async () => {
    await story.accepted(problem);
    await story.step('elina', problem, 'resolution', { resolution: 'Atjaunināts.' });
    expect(await offered('elina', typed('atkārtoti tīkla pārrāvumi'))).toEqual([]);
  });
});
