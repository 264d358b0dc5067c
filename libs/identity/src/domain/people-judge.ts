import { randomUUID } from 'node:crypto';
import { faulty, type ImportLine, type Judged } from './import-line.js';
import type { PersonFields } from './person-fields.js';
import { differences } from './record-changes.js';
import { searchText } from './search-text.js';

/** A person as files and directories tell of him; without a day of leaving, unless people of the desk ended the account. */
export interface SourcedPerson extends PersonFields {
  readonly searchText: string;
  /** The system that tells of him, such as `file:hr` or `ldap:main`; null where he is kept by hand. */
  readonly source: string | null;
}

export type KeptPerson = SourcedPerson & {
  readonly id: string;
  readonly hasPassword: boolean;
  /** Holds a role that nobody gets alone: no other system takes such an account over by its login. */
  readonly elevated: boolean;
};

/** The people whom lines speak of, by each way to find them. */
export interface PeopleFound {
  readonly byId: ReadonlyMap<string, KeptPerson>;
  readonly byExternalId: ReadonlyMap<string, KeptPerson>;
  readonly byLogin: ReadonlyMap<string, KeptPerson>;
  /** Units that lines name: the institution of each that is in use. */
  readonly institutionOfUnit: ReadonlyMap<string, string>;
}

export type PersonLine = ImportLine<SourcedPerson>;

/** Active people who hold roles that never go without somebody: of each one stays. */
export interface Keepers {
  readonly administrator: ReadonlySet<string>;
  readonly manager: ReadonlySet<string>;
}

interface Rules {
  readonly source: string;
  /** Whoever lets the lines in; null for the system itself. */
  readonly actorId: string | null;
  readonly keepers: Keepers;
  /** May a person kept by hand, without an external identifier, be found by his login? */
  readonly link: boolean;
}

const NOBODY: Omit<SourcedPerson, 'name' | 'institutionId'> = {
  ...{ login: null, email: null, phone: null, locale: 'lv', unitId: null, externalId: null },
  ...{ leavesOn: null, active: true, searchText: '', source: null },
};

/**
 * Holds lines of one set against the register. Roles are never touched. Whoever was ended by hand (and so has a day of leaving) is not
 * brought back by a source, and whoever another source tells of is not changed by this one.
 */
export class PeopleJudge {
  private readonly claimed = new Map<string, number>();
  private readonly keepers: readonly (readonly [role: string, holders: Set<string>])[];

  constructor(private readonly rules: Rules) {
    this.keepers = Object.entries(rules.keepers).map(([role, holders]) => [role, new Set(holders)]);
  }

  judge(one: PersonLine, found: PeopleFound): Judged<SourcedPerson> {
    const { line, id, fields } = one;
    const kept = this.find(one, found);
    if (id !== null && !kept) return faulty(line, 'id', 'id-unknown', id);
    const holder = fields.externalId ? found.byExternalId.get(fields.externalId) : undefined;
    if (holder && holder.id !== kept?.id) return faulty(line, 'external_id', 'external-id-taken', fields.externalId ?? '');
    return this.loginFault(one, kept, found) ?? (kept ? this.change(one, kept, found) : this.add(one, found));
  }

  private find({ id, fields }: PersonLine, found: PeopleFound): KeptPerson | undefined {
    if (id !== null) return found.byId.get(id);
    const known = found.byExternalId.get(fields.externalId ?? '');
    if (known || !this.rules.link) return known;
    const namesake = found.byLogin.get(fields.login ?? '');
    return namesake && namesake.source === null && namesake.externalId === null && !namesake.elevated ? namesake : undefined;
  }

  private loginFault({ line, fields }: PersonLine, kept: KeptPerson | undefined, found: PeopleFound): Judged<SourcedPerson> | undefined {
    const { login } = fields;
    if (login === null && kept?.login && kept.hasPassword) return faulty(line, 'login', 'login-needed', kept.login);
    if (!login) return undefined;
    const holder = found.byLogin.get(login);
    if (holder && holder.id !== kept?.id) return faulty(line, 'login', 'login-taken', login);
    const before = this.claimed.get(login);
    if (before !== undefined) return faulty(line, 'login', 'login-twice', `${login} (${before})`);
    this.claimed.set(login, line);
    return undefined;
  }

  private add({ line, fields }: PersonLine, found: PeopleFound): Judged<SourcedPerson> {
    const { name, institutionId, externalId } = fields;
    if (!externalId) return faulty(line, 'external_id', 'key-missing');
    if (!name) return faulty(line, 'name', 'needed-for-new');
    if (!institutionId) return faulty(line, 'institution', 'needed-for-new');
    const whole = { ...NOBODY, ...fields, name, institutionId, source: this.rules.source };
    if (!unitFits(whole, found)) return faulty(line, 'unit', 'unit-elsewhere');
    const after = { ...whole, searchText: searchText(whole) };
    // Whoever is not known here and not with them any more is nobody's business.
    return { action: after.active ? 'add' : 'same', id: randomUUID(), after, changes: {} };
  }

  private change({ line, id, fields }: PersonLine, kept: KeptPerson, found: PeopleFound): Judged<SourcedPerson> {
    const moved = fields.institutionId !== undefined && fields.institutionId !== kept.institutionId;
    // A line that names our own id edits the record; one that knows it by the external identifier answers for it from now on.
    const source = id === null ? { source: this.rules.source } : {};
    const next = { ...(moved && fields.unitId === undefined ? { unitId: null } : {}), ...fields };
    const changes = differences<SourcedPerson>(kept, { ...next, ...(kept.source === null ? source : {}) });
    if (Object.keys(changes).length === 0) return { action: 'same', id: kept.id, after: kept, changes };
    if (kept.source !== null && kept.source !== this.rules.source) return faulty(line, 'external_id', 'other-source', kept.source);
    const merged = { ...kept, ...next, ...source };
    const after = { ...merged, searchText: searchText(merged) };
    if ((changes['unitId'] || changes['institutionId']) && !unitFits(after, found)) return faulty(line, 'unit', 'unit-elsewhere');
    if (kept.active && !after.active) return this.end(line, kept, after);
    if (!kept.active && after.active && kept.leavesOn !== null) return faulty(line, 'active', 'ended-by-hand', kept.leavesOn);
    return { action: 'change', id: kept.id, after, changes };
  }

  private end(line: number, kept: KeptPerson, after: SourcedPerson): Judged<SourcedPerson> {
    if (kept.id === this.rules.actorId) return faulty(line, 'active', 'leaving-self', kept.name);
    const last = this.keepers.find(([, holders]) => holders.size === 1 && holders.has(kept.id));
    if (last) return faulty(line, 'active', `last-${last[0]}`, kept.name);
    for (const [, holders] of this.keepers) holders.delete(kept.id);
    const { searchText: _searchText, ...changes } = differences<SourcedPerson>(kept, after);
    return { action: 'end', id: kept.id, after, changes };
  }
}

function unitFits({ unitId, institutionId }: Pick<SourcedPerson, 'unitId' | 'institutionId'>, found: PeopleFound): boolean {
  return unitId === null || found.institutionOfUnit.get(unitId) === institutionId;
}
