import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { fieldRefused, notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { requireActivePerson, requireLeadAmongMembers } from '../store/organisation-references.js';
import { type GroupFields, GROUPS, PEOPLE } from '../store/organisation-tables.js';
import { Organisation } from '../store/organisation.js';
import { changeRecord, findRecord } from '../store/record-table.js';
import { recordEvent, RecordWork } from './record-work.js';

/** Adds support groups, changes them, and says who works in them. */
@Injectable()
export class KeepGroups {
  constructor(
    private readonly work: RecordWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly organisation: Organisation,
    private readonly calendars: CalendarBook,
  ) {}

  /** Answers the group's id. A new group has no members, and so no lead. */
  async add(actor: Actor, fields: Omit<GroupFields, 'leadId'>): Promise<string> {
    return this.work.add(actor, {
      ...{ table: GROUPS, fields: { ...fields, leadId: null } },
      check: () => this.requireCalendar(fields.calendarCode),
    });
  }

  async change(actor: Actor, id: string, fields: Partial<GroupFields>, ifMatch: string | undefined): Promise<void> {
    await this.work.change(actor, {
      ...{ table: GROUPS, id, ifMatch },
      next: async (tx) => {
        if (fields.calendarCode !== undefined) await this.requireCalendar(fields.calendarCode);
        if (fields.leadId) await requireLeadAmongMembers(tx, id, fields.leadId);
        return fields;
      },
    });
  }

  /** Puts an active person into the group; who is there already stays. */
  async addMember(actor: Actor, id: string, userId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.lock(tx, id);
      await requireActivePerson(tx, userId);
      if (!(await this.organisation.addMember(tx, id, userId))) return;
      await this.noteMember(tx, actor, 'member-added', id, userId);
    });
  }

  /** Takes a person out of the group; its lead leaves it without one. */
  async removeMember(actor: Actor, id: string, userId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { leadId } = await this.lock(tx, id);
      if (leadId === userId) {
        await changeRecord(tx, GROUPS, id, { leadId: null });
        await tx.append(recordEvent(GROUPS, 'changed', id, actor, { leadId: { from: userId, to: null } }));
      }
      if (await this.organisation.removeMember(tx, id, userId)) await this.noteMember(tx, actor, 'member-removed', id, userId);
    });
  }

  private async lock(tx: Tx, id: string) {
    const group = await findRecord(tx, GROUPS, id, { lock: true });
    if (!group) throw notFound('identity.group');
    return group;
  }

  /** The history of the group and that of the person both tell it. */
  private async noteMember(tx: Tx, actor: Actor, what: string, id: string, userId: string): Promise<void> {
    await tx.append(
      recordEvent(GROUPS, what, id, actor, {}, { userId }),
      recordEvent(PEOPLE, what === 'member-added' ? 'joined-group' : 'left-group', userId, actor, {}, { groupId: id }),
    );
  }

  private async requireCalendar(code: string): Promise<void> {
    const known = await this.calendars.list();
    if (!known.some((calendar) => calendar.code === code && calendar.versions.length > 0))
      throw fieldRefused('identity.calendar-unknown', 'calendarCode');
  }
}
