import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { foldLogin, isLogin } from '../domain/login-name.js';
import type { OutsidePerson } from '../domain/oidc-claims.js';
import { type OutsideSource, speaksFor } from '../domain/outside-source.js';
import { searchText } from '../domain/search-text.js';
import { PEOPLE } from '../store/organisation-tables.js';
import { OutsideIdentities } from '../store/outside-identities.js';
import { addRecord } from '../store/record-table.js';
import { recordEvent } from './record-work.js';

/** Adds somebody whom an outside source knows and we do not, where its rule says to which institution. */
@Injectable()
export class AddOutsidePerson {
  constructor(private readonly identities: OutsideIdentities) {}

  /**
   * Answers his id; undefined where there is no rule, it names no institution that the source speaks for, or somebody who is or was here has
   * his external identifier or address: who has left is not made anew.
   */
  async execute(tx: Tx, source: OutsideSource, person: OutsidePerson): Promise<string | undefined> {
    const { adds } = source;
    const named = adds === null ? null : 'institution' in adds ? adds.institution : person.institution;
    const institution = named === null ? undefined : await this.identities.institution(tx, named);
    if (!institution || person.name === null || !speaksFor(source, institution)) return undefined;
    if (await this.identities.isTaken(tx, person)) return undefined;
    const { name, mail, phone, locale, externalId } = person;
    const record = {
      ...{ name, phone, locale, externalId, email: mail, login: await this.freeLogin(tx, source, person.login) },
      ...{ institutionId: institution.id, unitId: null, leavesOn: null, active: true },
    };
    const id = await addRecord(tx, PEOPLE, { ...record, searchText: searchText(record) });
    await tx.append(recordEvent(PEOPLE, 'added', id, null, {}, { source: source.code }));
    return id;
  }

  /** The login that he has there, if it can be one here and nobody has it; otherwise one that is nobody's. */
  private async freeLogin(tx: Tx, { code }: OutsideSource, wished: string | null): Promise<string> {
    const login = foldLogin(wished ?? '');
    if (isLogin(login) && !(await this.identities.hasLogin(tx, login))) return login;
    return `${code}-${randomBytes(6).toString('hex')}`;
  }
}
