import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import type { Json, RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import type { NoticeKind } from '../domain/notice.js';
import { Notices } from '../store/notices.js';

interface Told {
  readonly kind: NoticeKind;
  readonly owner: boolean;
  readonly managers: boolean;
}

const OWNER = { owner: true, managers: false };
const MANAGERS = { owner: false, managers: true };
const BOTH = { owner: true, managers: true };

type Payload = RecordedEvent['payload'];

/** What is told to whom: what waits for somebody, and what is late to its owner and to managers. */
const TOLD: Readonly<Record<string, (payload: Payload) => Told>> = {
  'processes.recommendation-entered': () => ({ kind: 'recommendation-yours', ...OWNER }),
  'processes.recommendation-owner-changed': () => ({ kind: 'recommendation-yours', ...OWNER }),
  'processes.recommendation-due-soon': () => ({ kind: 'recommendation-due-soon', ...OWNER }),
  'processes.recommendation-overdue': () => ({ kind: 'recommendation-overdue', ...BOTH }),
  'processes.recommendation-extension-asked': () => ({ kind: 'recommendation-extension-asked', ...MANAGERS }),
  'processes.recommendation-extension-decided': ({ granted }) => ({
    kind: granted === true ? 'recommendation-extension-granted' : 'recommendation-extension-refused',
    ...OWNER,
  }),
  'processes.recommendation-report-filed': () => ({ kind: 'recommendation-reported', ...MANAGERS }),
  'processes.recommendation-sent-back': () => ({ kind: 'recommendation-sent-back', ...OWNER }),
  'processes.control-review-due': () => ({ kind: 'control-review-due', ...OWNER }),
  'processes.control-review-overdue': () => ({ kind: 'control-review-overdue', ...BOTH }),
};

/** Holders for the whole service are told; those for one institution are not. */
const NO_INSTITUTION = '00000000-0000-0000-0000-000000000000';

/** Rings the bell of owners and managers for the registers of audit recommendations and of internal control. */
@Injectable()
export class TellOfRegisters implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly identity: IdentityFacts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.reactions.after({ name: 'notifications.tell-of-registers', on: Object.keys(TOLD), handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, { id, type, subject, actorId, payload, imported }: RecordedEvent): Promise<void> {
    const told = TOLD[type]?.(payload);
    if (!told || imported) return;
    const people = new Set<string>(told.managers ? await this.identity.holdersOf('manager', NO_INSTITUTION, tx) : []);
    const owner = payload['ownerId'] ?? payload['to'];
    if (told.owner && typeof owner === 'string') people.add(owner);
    if (actorId !== null) people.delete(actorId);
    const page = subject.type === 'control_element' ? '/reports/controls' : `/reports/recommendations/${subject.id}`;
    const text = (key: string): Json => payload[key] ?? '';
    const params = { page, source: text('source'), number: text('number'), document: text('document'), day: text('dueOn') };
    const planned = [...people].map((userId) => ({ userId, kind: told.kind, quiet: false, dedupeKey: `${told.kind}:${id}`, params }));
    await this.notices.tell(tx, { eventId: id, subjectId: subject.id, ticketId: null }, planned);
  }
}
