import { readSeed } from '#platform';
import type { ItemStatus } from '../domain/item-status.js';

export interface DemoItem {
  readonly tag: string;
  readonly name: string;
  readonly class: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly location: string;
  readonly status: ItemStatus;
  readonly institution: string;
  readonly custodian: string | null;
  readonly ageDays: number;
  /** Days from now until its maker's support ends; negative where it has ended. */
  readonly supportDays: number | null;
  /** Hours since the update agent was heard of; left out where it has none. */
  readonly agentHours?: number;
}

type Model = readonly [klass: string, manufacturer: string, model: string];

const DESKS: readonly Model[] = [
  ['laptop', 'Lenovo', 'ThinkPad T14'],
  ['workstation', 'Dell', 'OptiPlex 7010'],
  ['laptop', 'HP', 'EliteBook 840'],
  ['workstation', 'HP', 'EliteDesk 800'],
  ['laptop', 'Dell', 'Latitude 5440'],
];
const MONITORS: readonly Model[] = [
  ['monitor', 'Dell', 'P2422H'],
  ['monitor', 'Philips', '243B9'],
];
const SHARED: readonly Model[] = [
  ['multifunction_printer', 'Canon', 'imageRUNNER C3326i'],
  ['multifunction_printer', 'Konica Minolta', 'bizhub C258'],
  ['printer', 'HP', 'LaserJet Pro M404'],
  ['scanner', 'Fujitsu', 'fi-7160'],
  ['network_device', 'Cisco', 'Catalyst 1000-24T'],
];
/** Of devices kept in stock, in repair and disposed of, so many in each institution. */
const ASIDE: readonly ItemStatus[] = ['in_stock', 'in_stock', 'in_repair', 'disposed', 'disposed'];

interface Person {
  readonly key: string;
  readonly institution: string;
}

/** Everybody's computer and screen, what each institution shares, and what lies in its store; the same at each start. */
export function demoDevices(): DemoItem[] {
  const accounts = readSeed<{ login: string; institution: string }[]>('demo/accounts.json').map((one) => ({ ...one, key: one.login }));
  const people: Person[] = [...accounts, ...readSeed<Person[]>('demo/people.json')];
  const institutions = readSeed<{ key: string }[]>('demo/institutions.json').map(({ key }) => key);
  const personal = people.flatMap((person, at) => [
    device(20_000 + at, DESKS[at % DESKS.length]!, person.institution, person.key, at),
    ...(at % 3 === 2 ? [] : [device(30_000 + at, MONITORS[at % MONITORS.length]!, person.institution, person.key, at)]),
  ]);
  const shared = institutions.flatMap((institution, i) =>
    SHARED.map((model, at) => device(40_000 + i * 10 + at, model, institution, null, i * 7 + at)),
  );
  const aside = institutions.flatMap((institution, i) =>
    ASIDE.map((status, at) => ({
      ...device(50_000 + i * 10 + at, DESKS[(i + at) % DESKS.length]!, institution, null, i * 11 + at),
      status,
    })),
  );
  return [...personal, ...shared, ...aside];
}

function device(number: number, [klass, manufacturer, model]: Model, institution: string, custodian: string | null, at: number): DemoItem {
  const ageDays = 120 + ((at * 97) % 2_100);
  const computer = klass === 'laptop' || klass === 'workstation';
  return {
    tag: `IT-${String(number).padStart(6, '0')}`,
    name: `${manufacturer} ${model}`,
    class: klass,
    ...{ manufacturer, model, institution, custodian, ageDays },
    location: `${1 + (at % 4)}. stāvs, ${1 + (at % 4)}${String(1 + (at % 18)).padStart(2, '0')}. kabinets`,
    status: 'in_use',
    supportDays: 5 * 365 - ageDays,
    // Nine computers of ten are heard of every day (DOMAIN 5, KPI-13).
    ...(computer ? { agentHours: at % 10 === 9 ? 24 * 40 : 1 + (at % 20) } : {}),
  };
}
