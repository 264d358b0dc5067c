import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { newLogin } from '../domain/login-name.js';
import type { PersonFields } from '../domain/person-fields.js';
import { differences } from '../domain/record-changes.js';
import { searchText } from '../domain/search-text.js';
import { Grants } from '../store/grants.js';
import { requireInstitution, requireUnit, todayIn } from '../store/organisation-references.js';
import { PEOPLE } from '../store/organisation-tables.js';
import { changeRecord, findRecord, type Kept } from '../store/record-table.js';
import { Sessions } from '../store/sessions.js';
import { recordEvent, RecordWork } from './record-work.js';

export type EditablePerson = Omit<PersonFields, 'leavesOn' | 'active'>;

/** Adds people, changes what is known of them, and says from which day on they are not with us. */
@Injectable()
export class KeepPeople {
  constructor(
    private readonly work: RecordWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly grants: Grants,
  ) {}

  /** Answers the person's id. Whoever is new has no password: a link or the sign-in of his institution lets him in. */
  async add(actor: Actor, person: EditablePerson): Promise<string> {
    const fields = { ...withFoldedLogin(person), leavesOn: null, active: true };
    return this.work.add(actor, {
      ...{ table: PEOPLE, fields: { ...fields, searchText: searchText(fields) } },
      check: (tx) => this.check(tx, fields),
    });
  }

  /** Throws `identity.login-needed` where a login is taken away from somebody who signs in with a password. */
  async change(actor: Actor, id: string, person: Partial<EditablePerson>, ifMatch: string | undefined): Promise<void> {
    const fields = withFoldedLogin(person);
    await this.work.change(actor, {
      ...{ table: PEOPLE, id, ifMatch },
      next: async (tx, kept) => {
        const after = { ...kept, ...fields };
        if (kept.login !== null && after.login === null && (await hasPassword(tx, id)))
          throw new DomainError('identity.login-needed', {}, 'invalid', [{ pointer: '/login', code: 'identity.login-needed' }]);
        const moved = after.institutionId !== kept.institutionId || after.unitId !== kept.unitId;
        if (moved) await this.check(tx, after);
        return { ...fields, searchText: searchText(after) };
      },
    });
  }

  /** From `on` on the person is not with us: at once where that day has come, by the job where it has not. His sessions end with it. */
  async leave(actor: Actor, id: string, on: string, ifMatch: string | undefined): Promise<void> {
    if (id === actor.id) throw new DomainError('identity.leaving-self', {}, 'forbidden');
    await this.unitOfWork.run(async (tx) => {
      const kept = await this.lock(tx, id, ifMatch);
      const gone = on <= (await todayIn(tx));
      if (gone) await this.grants.requireAnother(tx, id);
      await this.save(tx, actor, 'leaves', kept, { leavesOn: on, active: !gone });
      if (gone) await this.sessions.endAll(tx, id, null);
    });
  }

  /** The person is with us again, or stays after all. */
  async comeBack(actor: Actor, id: string, ifMatch: string | undefined): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const kept = await this.lock(tx, id, ifMatch);
      await this.save(tx, actor, 'came-back', kept, { leavesOn: null, active: true });
    });
  }

  /** Ends the accounts of those whose day has come; answers how many. For the job. */
  async endThoseWhoLeft(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const rows = await tx.query<{ id: string; leavesOn: string }>(
        `update identity.app_user set active = false, version = version + 1
         where id in (select id from identity.app_user where active and leaves_on <= (now() at time zone 'Europe/Riga')::date limit 500 for update)
         returning id, leaves_on as "leavesOn"`,
      );
      for (const { id } of rows) await this.sessions.endAll(tx, id, null);
      await tx.append(...rows.map(({ id }) => recordEvent(PEOPLE, 'left', id, null, { active: { from: true, to: false } })));
      return rows.length;
    });
  }

  private async lock(tx: Tx, id: string, ifMatch: string | undefined): Promise<Kept<PersonFields>> {
    const kept = await findRecord(tx, PEOPLE, id, { lock: true });
    if (!kept) throw notFound('identity.user');
    requireVersion(ifMatch, kept.version);
    return kept;
  }

  private async save(
    tx: Tx,
    actor: Actor,
    what: string,
    kept: Kept<PersonFields>,
    fields: Pick<PersonFields, 'leavesOn' | 'active'>,
  ): Promise<void> {
    const changes = differences<PersonFields>(kept, fields);
    if (Object.keys(changes).length === 0) return;
    await changeRecord(tx, PEOPLE, kept.id, fields);
    await tx.append(recordEvent(PEOPLE, what, kept.id, actor, changes));
  }

  private async check(tx: Tx, { institutionId, unitId }: Pick<PersonFields, 'institutionId' | 'unitId'>): Promise<void> {
    await requireInstitution(tx, institutionId, 'institutionId');
    if (unitId) await requireUnit(tx, unitId, institutionId, 'unitId');
  }
}

function withFoldedLogin<Person extends Partial<EditablePerson>>(person: Person): Person {
  return person.login ? { ...person, login: newLogin(person.login) } : person;
}

async function hasPassword(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query(`select 1 from identity.app_user where id = $1 and password_hash is not null`, [id])).length > 0;
}
