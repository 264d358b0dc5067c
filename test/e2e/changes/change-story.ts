import { demoId } from '#identity';
import { group, service } from '../incidents/desk.js';
import { ChangeDesk, item, type SeenChange } from './change-desk.js';

export type Kind = 'standard' | 'normal' | 'emergency';

export const LOW = {
  ...{ experience: 'often', tested: 'like_production', parts: 'one', way_back: 'tried' },
  ...{ users: 'few', service: 'auxiliary', outage: 'none', data: 'untouched' },
};
export const MEDIUM = { ...LOW, way_back: 'described', users: 'one_institution' };
export const HIGH = { ...LOW, experience: 'never', users: 'many_institutions' };

const CAB = ['edgars', 'agnese', 'gints', 'vita'];

const MINUTE = 60_000;
const rigaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' });

/**
 * What the minutes of a story are counted from: now, or in the last half hour of a day in Riga the tenth minute before its end. A window that is
 * moved stays on its day (DOMAIN 3.4), also where the tests run at midnight.
 */
function beginning(now: number): number {
  const today = rigaDay.format(now);
  if (rigaDay.format(now + 30 * MINUTE) === today) return now;
  const untilMidnight = Array.from({ length: 31 }, (_, n) => n).find((n) => rigaDay.format(now + n * MINUTE) !== today) ?? 0;
  return Math.floor(now / MINUTE) * MINUTE + (untilMidnight - 10) * MINUTE;
}

const BEGINNING = beginning(Date.now());

/** An instant so many minutes into the story. */
export const soon = (minutes: number): string => new Date(BEGINNING + minutes * MINUTE).toISOString();

/** A whole document for the first line to carry out, in a window that begins in ten minutes. */
export const DOCUMENT = () => ({
  ...{ serviceId: service('MAIL'), itemIds: [item('SRV-0001')], groupId: group('first-line'), reason: 'Lietotāji to lūdz.' },
  ...{ plan: [{ text: 'Uzlikt', offsetMinutes: 0 }], testPlan: 'Testa vidē.', rollbackPlan: 'Atgriezt iepriekšējo.' },
  ...{ plannedFrom: soon(10), plannedTo: soon(120) },
});

/** Leads changes through their lives at the API, each step by somebody who may take it. */
export class ChangeStory {
  private templateId: string | undefined;

  private constructor(readonly desk: ChangeDesk) {}

  static async open(): Promise<ChangeStory> {
    return new ChangeStory(await ChangeDesk.open());
  }

  close(): Promise<void> {
    return this.desk.close();
  }

  /** Posts a step; throws unless it succeeds. */
  step(login: string, change: { id: string }, what: string, body: object = {}): Promise<SeenChange> {
    return this.desk.ask(login, 'post', `/changes/${change.id}/${what}`, body);
  }

  tries(login: string, change: { id: string }, what: string, body: object = {}): Promise<[number, string | undefined]> {
    return this.desk.tries(login, 'post', `/changes/${change.id}/${what}`, body);
  }

  /** What ilze asked for, completed by the change manager. */
  async draft(kind: Kind, more: object = {}): Promise<SeenChange> {
    if (kind === 'standard') {
      const fields = { templateId: await this.template(), requesterId: undefined, ...DOCUMENT(), itemIds: undefined };
      const asked = await this.desk.draft('ilze');
      const made = await this.desk.ask('elina', 'post', '/changes', {
        ...fields,
        ...{ title: 'Atjauninājumi', description: 'Mēneša.', requesterId: asked.requester.id, ...more },
      });
      return made;
    }
    const asked = await this.desk.draft('ilze');
    const whole = { kind, ...DOCUMENT(), ...(kind === 'emergency' ? { itemIds: undefined } : {}), ...more };
    return this.desk.edit('andris', asked, whole);
  }

  /** An active template, by order. */
  async template(): Promise<string> {
    if (this.templateId === undefined) {
      const terms = {
        nameLv: 'Atjauninājumi',
        nameEn: 'Updates',
        steps: [{ text: 'Uzlikt' }],
        testPlan: 'Ieslēdzas.',
        rollbackPlan: 'Noņemt.',
        ...{ serviceId: service('MAIL'), groupId: group('first-line') },
      };
      const made = await this.desk.ask('andris', 'post', '/change-templates', { ...terms, maxRisk: 2, minutes: 60, outageMinutes: 0 });
      await this.desk.ask('dace', 'post', `/change-templates/${made.id}/approval`, { orderNumber: '1-12/34', orderDate: '2026-01-15' });
      this.templateId = made.id;
    }
    return this.templateId;
  }

  /** Links an incident that cannot wait. */
  async urge(change: { id: string }): Promise<void> {
    const incident = await this.desk.desk.file('ilze', { impact: 1, urgency: 1 });
    await this.desk.ask('elina', 'post', `/tickets/${incident.id}/links`, { ticket: change.id });
  }

  async assessing(answers: object = LOW, more: object = {}): Promise<SeenChange> {
    const change = await this.draft('normal', more);
    await this.step('andris', change, 'risk', { answers });
    return this.step('andris', change, 'submission');
  }

  async awaiting(kind: 'normal' | 'emergency', answers: object = LOW, more: object = {}): Promise<SeenChange> {
    if (kind === 'normal') return this.authorisation(await this.assessing(answers, more));
    const change = await this.draft('emergency', more);
    await this.urge(change);
    return this.authorisation(change);
  }

  authorisation(change: { id: string }): Promise<SeenChange> {
    return this.step('andris', change, 'authorisation-request', { overrideReason: 'Pārbaude.' });
  }

  /** Everybody who is asked says this, until it is decided. */
  async decide(change: { id: string }, decision: 'approved' | 'rejected' = 'approved'): Promise<SeenChange> {
    for (const login of ['rihards', 'andris', ...CAB, 'zane', 'dace']) {
      const page = await this.desk.read('andris', change);
      const open = page.approvals[0]?.state === 'open' ? page.approvals[0] : undefined;
      const mine = open?.steps
        .flatMap(({ approvals }) => approvals)
        .find((one) => one.state === 'pending' && one.approver.id === demoId('person', login));
      if (mine) await this.desk.ask(login, 'post', `/approvals/${mine.id}/decision`, { decision, reason: 'Tā lemts.' });
    }
    return this.desk.read('andris', change);
  }

  async scheduled(kind: Kind, more: object = {}): Promise<SeenChange> {
    if (kind !== 'standard') return this.decide(await this.awaiting(kind, LOW, more));
    return this.step('elina', await this.draft('standard', more), 'schedule', {});
  }

  async implementing(kind: Kind): Promise<SeenChange> {
    return this.step('elina', await this.scheduled(kind), 'start');
  }

  async inReview(kind: Kind): Promise<SeenChange> {
    return this.step('elina', await this.implementing(kind), 'finish', { outcome: 'successful', text: 'Izdarīts.' });
  }

  /** A change of the kind in the state; undefined where none gets there. */
  async inState(kind: Kind, state: string): Promise<SeenChange | undefined> {
    switch (state) {
      case 'draft': {
        const change = await this.draft(kind);
        if (kind === 'emergency') {
          await this.urge(change);
          return this.step('andris', change, 'verbal-consent', { by: 'Dežurējošais vadītājs' });
        }
        return change;
      }
      case 'assessing':
        return kind === 'normal' ? this.assessing() : undefined;
      case 'awaiting_authorisation':
        return kind === 'standard' ? undefined : this.awaiting(kind);
      case 'scheduled':
        return this.scheduled(kind);
      case 'implementing':
        return this.implementing(kind);
      case 'review': {
        const change = await this.inReview(kind);
        return this.step('andris', change, 'review', { objectivesMet: true, lessons: 'Nekādu.' });
      }
      case 'closed':
        return this.step('andris', (await this.inState(kind, 'review'))!, 'closure', { itemsUpdated: true });
      case 'rejected':
        return kind === 'standard' ? undefined : this.decide(await this.awaiting(kind), 'rejected');
      default:
        return this.step('andris', await this.draft(kind), 'cancellation', { reason: 'Vairs nevajag.' });
    }
  }
}
