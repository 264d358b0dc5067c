import { demoId, stableId } from '#identity';
import { formatInstant, type Instant, plusSeconds } from '#kernel';
import { readSeed, type Tx } from '#platform';
import { registered } from '../domain/item-events.js';
import type { ItemStatus } from '../domain/item-status.js';
import type { RelationKind } from '../domain/relation.js';
import { addPastSightings } from '../store/agent-sightings.js';
import { insertItems } from '../store/items.js';
import { addRelation, addService } from '../store/relations.js';
import { demoDevices, type DemoItem } from './demo-devices.js';

interface DemoInfrastructure {
  readonly items: readonly {
    readonly tag: string;
    readonly name: string;
    readonly class: string;
    readonly manufacturer?: string;
    readonly model?: string;
    readonly location: string;
    readonly status?: ItemStatus;
    readonly ageDays: number;
    readonly supportDays?: number;
  }[];
  /** Tag, kind, tag. */
  readonly relations: readonly (readonly [string, RelationKind, string])[];
  /** Code of a service, tag. */
  readonly services: readonly (readonly [string, string])[];
}

const DAY = 86_400;
const PROVIDER = 'centre';

/** The id of an item of the demonstration by its tag. */
export const demoItemId = (tag: string): string => stableId('demo', 'item', tag);

/** Lays out the register of the demonstration, after its people and services: everybody's devices, printers, and what the services run on. */
export async function seedAssetsDemo(tx: Tx): Promise<void> {
  const { items, relations, services } = readSeed<DemoInfrastructure>('demo/infrastructure.json');
  const centre = items.map((item): DemoItem => {
    const { ageDays, supportDays, manufacturer = null, model = null, status = 'in_use', ...rest } = item;
    return { ...rest, manufacturer, model, status, ageDays, supportDays: supportDays ?? null, institution: PROVIDER, custodian: null };
  });
  const all = [...centre, ...demoDevices()];
  const fields = all.map((item) => ({ ...fieldsOf(item, tx.now), id: demoItemId(item.tag) }));
  const since = plusSeconds(tx.now, -300 * DAY);
  const added = new Set(await insertItems(tx, fields, null, since));
  if (added.size === 0) return;
  await tx.append(...fields.filter(({ id }) => added.has(id)).map((item) => ({ ...registered(item.id, null, item), at: since })));
  await addPastSightings(tx, pastSightings(demoDevices(), tx.now));
  for (const [tag, kind, target] of relations) await addRelation(tx, { itemId: demoItemId(tag), kind, targetId: demoItemId(target) }, null);
  for (const [code, tag] of services) await addService(tx, demoItemId(tag), demoId('service', code), null);
}

function fieldsOf(item: DemoItem, now: Instant) {
  const { tag, name, manufacturer, model, location, status } = item;
  const on = (days: number): string => formatInstant(plusSeconds(now, days * DAY)).slice(0, 10);
  return {
    ...{ tag, name, manufacturer, model, location, status, class: item.class, note: null },
    institutionId: demoId('institution', item.institution),
    custodianId: item.custodian === null ? null : demoId('person', item.custodian),
    serial:
      item.manufacturer === null || item.class === 'database'
        ? null
        : stableId('serial', tag).replaceAll('-', '').slice(0, 10).toUpperCase(),
    purchasedOn: on(-item.ageDays),
    warrantyUntil: on(3 * 365 - item.ageDays),
    supportUntil: item.supportDays === null ? null : on(item.supportDays),
    agentSeenAt: item.agentHours === undefined ? null : formatInstant(plusSeconds(now, -item.agentHours * 3_600)),
  };
}

/** Months over which the agents were brought to the computers of the demonstration: six of ten had one before, nine have one now. */
const ROLL_OUT = 9;

/** What the agents told once a month, so that the coverage of a past day can be seen to have grown. */
function pastSightings(devices: readonly DemoItem[], now: Instant) {
  const computers = devices.filter(({ agentHours }) => agentHours !== undefined);
  const at = (days: number): string => formatInstant(plusSeconds(now, -days * DAY));
  return Array.from({ length: ROLL_OUT }, (_, index) => ROLL_OUT - index).flatMap((month) =>
    computers
      .filter(({ agentHours }, index) => (index * 37) % 100 < 60 + 4 * (ROLL_OUT - month) && month * 30 * 24 > (agentHours ?? 0))
      .map(({ tag }) => ({ itemId: demoItemId(tag), seenAt: at(month * 30 + 1), reportedAt: at(month * 30) })),
  );
}
