import { demoId } from '#identity';
import { readSeed } from '#platform';
import type { Level } from '#tickets';

/** What somebody of the demonstration reports, and how it ends. */
export interface Report {
  readonly service: string;
  /** What whoever takes it on says that it is about. */
  readonly category: string;
  readonly impact: Level;
  readonly urgency: Level;
  readonly title: string;
  readonly text: string;
  readonly question: string | null;
  readonly answer: string | null;
  readonly code: 'fixed' | 'workaround' | 'user_advised' | 'no_fault_found' | 'third_party';
  readonly resolution: string;
}

export interface Caller {
  readonly key: string;
  readonly id: string;
  readonly institutionId: string;
}

/** Who plays in the demonstration, from `migrations/seeds/demo`. */
export interface DemoCast {
  readonly reports: readonly Report[];
  readonly firstLineId: string;
  groupOf(serviceCode: string): string;
  membersOf(groupId: string): readonly string[];
  leadOf(groupId: string | null): string | null;
  /** People of the institutions that are offered the service. */
  callersFor(serviceCode: string): readonly Caller[];
}

interface SeedGroup {
  readonly key: string;
  readonly members: readonly string[];
  readonly lead: string;
}

interface SeedService {
  readonly code: string;
  readonly group: string;
  readonly institutions: 'all' | readonly string[];
}

interface SeedPerson {
  readonly key?: string;
  readonly login?: string;
  readonly institution: string;
  readonly roles: readonly string[];
}

const STAFF = new Set(['centre']);

function readCallers(): (Caller & { institution: string })[] {
  const people = [...readSeed<SeedPerson[]>('demo/accounts.json'), ...readSeed<SeedPerson[]>('demo/people.json')];
  return people
    .filter((person) => !STAFF.has(person.institution) && !person.roles.includes('auditor'))
    .map(({ key, login, institution }) => {
      const name = key ?? login ?? '';
      return { key: name, id: demoId('person', name), institutionId: demoId('institution', institution), institution };
    });
}

/** Reads the cast. */
export function demoCast(): DemoCast {
  const groups = readSeed<SeedGroup[]>('demo/groups.json');
  const services = new Map(readSeed<SeedService[]>('demo/services.json').map((service) => [service.code, service]));
  const members = new Map(
    groups.map(({ key, members: people }) => [demoId('group', key), people.map((person) => demoId('person', person))]),
  );
  const leads = new Map(groups.map(({ key, lead }) => [demoId('group', key), demoId('person', lead)]));
  const callers = readCallers();
  const service = (code: string): SeedService => {
    const found = services.get(code);
    if (!found) throw new Error(`no service ${code} in the demonstration`);
    return found;
  };
  return {
    reports: readSeed<Report[]>('demo/incidents.json'),
    firstLineId: demoId('group', 'first-line'),
    leadOf: (groupId) => leads.get(groupId ?? '') ?? null,
    groupOf: (code) => demoId('group', service(code).group),
    membersOf: (groupId) => members.get(groupId) ?? [],
    callersFor: (code) => {
      const { institutions } = service(code);
      return institutions === 'all' ? callers : callers.filter((caller) => institutions.includes(caller.institution));
    },
  };
}
