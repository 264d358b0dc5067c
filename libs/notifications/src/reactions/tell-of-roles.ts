import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import type { NoticeKind } from '../domain/notice.js';
import { Notices } from '../store/notices.js';

/** Holders for the whole service are asked; those for one institution too, where the role is for that one. */
const NO_INSTITUTION = '00000000-0000-0000-0000-000000000000';

const TOLD: Readonly<Record<string, NoticeKind>> = {
  'identity.grant-requested': 'role-asked',
  'identity.role-granted': 'role-approved',
  'identity.grant-refused': 'role-refused',
};

/** Managers are told that a role waits for their approval (DOMAIN 9), and whoever asked for it what became of it. */
@Injectable()
export class TellOfRoles implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly identity: IdentityFacts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.reactions.after({ name: 'notifications.tell-of-roles', on: Object.keys(TOLD), handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, event: RecordedEvent): Promise<void> {
    const { id, type, subject, payload, imported } = event;
    const kind = TOLD[type];
    if (!kind || imported) return;
    const { role, reason } = payload;
    const params = { role: role ?? '', personId: subject.id, reason: reason ?? '', page: '/admin/requests' };
    const planned = (await this.toldOf(tx, kind, event)).map((userId) => ({
      ...{ userId, kind, quiet: false, params },
      dedupeKey: `${kind}:${id}`,
    }));
    await this.notices.tell(tx, { eventId: id, subjectId: subject.id, ticketId: null }, planned);
  }

  /** A role that took effect without a second person concerns nobody here. */
  private async toldOf(tx: Tx, kind: NoticeKind, { subject, actorId, payload }: RecordedEvent): Promise<string[]> {
    if (kind === 'role-asked') {
      const institutionId = payload['scope'] === 'institution' ? String(payload['scopeId']) : NO_INSTITUTION;
      const managers = await this.identity.holdersOf('manager', institutionId, tx);
      return managers.filter((userId) => userId !== actorId && userId !== subject.id);
    }
    const asker = kind === 'role-approved' ? (typeof payload['approvedBy'] === 'string' ? actorId : null) : payload['requestedBy'];
    return typeof asker === 'string' ? [asker] : [];
  }
}
