import type { ImportedGroup, ImportedInstitution, ImportedMember, ImportedPerson } from '#identity';
import type { ImportedService } from '#catalogue';
import type { CaseRows } from './read-log.js';
import { logIds, PROVIDER_ID } from './log-names.js';

/** The institutions, people, groups and services of a log, gathered before its cases are taken in. */
export class LogDirectory {
  rows = 0;
  cases = 0;
  private readonly locations = new Set<string | null>();
  private readonly callers = new Map<string | null, string | null>();
  private readonly resolvers = new Set<string>();
  private readonly groups = new Set<string | null>([null]);
  private readonly members = new Map<string, { readonly group: string; readonly resolver: string }>();
  private readonly categories = new Set<string | null>();

  /** Notes who and what a case names. A caller belongs to the institution of the first case that he is in. */
  add({ rows }: CaseRows): void {
    this.cases += 1;
    this.rows += rows.length;
    for (const { location, caller, category, group, assignee } of rows) {
      this.locations.add(location);
      this.categories.add(category);
      this.groups.add(group);
      if (!this.callers.has(caller)) this.callers.set(caller, location);
      if (assignee === null) continue;
      this.resolvers.add(assignee);
      if (group !== null) this.members.set(`${group}|${assignee}`, { group, resolver: assignee });
    }
  }

  institutions(): ImportedInstitution[] {
    const shared = { isClient: true, activeFrom: '2016-01-01', kind: 'agency' as const };
    const clients = [...this.locations].map((label) => ({
      ...shared,
      id: logIds.institution(label),
      nameLv: `Iestāde ${short(label)}`,
      nameEn: `Institution ${short(label)}`,
    }));
    const provider = {
      ...shared,
      id: PROVIDER_ID,
      kind: 'other' as const,
      isClient: false,
      nameLv: 'Importētā žurnāla atbalsts',
      nameEn: 'Support of the imported log',
    };
    return [provider, ...clients];
  }

  people(): ImportedPerson[] {
    const callers = [...this.callers].map(([label, location]) => ({
      id: logIds.caller(label),
      name: label ?? 'Caller ?',
      institutionId: logIds.institution(location),
    }));
    const resolvers = [...this.resolvers].map((label) => ({ id: logIds.resolver(label), name: label, institutionId: PROVIDER_ID }));
    return [...callers, ...resolvers];
  }

  supportGroups(): ImportedGroup[] {
    return [...this.groups].map((label) => ({
      id: logIds.group(label),
      nameLv: `Grupa ${short(label)}`,
      nameEn: `Group ${short(label)}`,
      tier: 2,
      isUserSupport: false,
      calendarCode: 'lv-8x5',
    }));
  }

  groupMembers(): ImportedMember[] {
    return [...this.members.values()].map(({ group, resolver }) => ({ groupId: logIds.group(group), userId: logIds.resolver(resolver) }));
  }

  resolverIds(): string[] {
    return [...this.resolvers].map((label) => logIds.resolver(label));
  }

  services(): ImportedService[] {
    return [...this.categories].map((label) => ({
      id: logIds.service(label),
      code: `UCI-${short(label)}`,
      nameLv: `Kategorija ${short(label)}`,
      nameEn: `Category ${short(label)}`,
      // History only: nobody files new tickets for a category of the log.
      status: 'retired' as const,
      kinds: [],
    }));
  }
}

/** `Location 204` is `204`: the word stands in the names here, in both languages. */
function short(label: string | null): string {
  return label === null ? '?' : (/(\d+)$/.exec(label)?.[1] ?? label);
}
