import type { StepRequest } from '#approvals';
import type { Instant } from '#kernel';
import type { RiskLevel } from './risk.js';

/** Whoever may be asked to decide, without those who have a part in the change themselves. */
export interface Authorities {
  readonly groupLead: readonly string[];
  readonly changeManagers: readonly string[];
  readonly cab: readonly string[];
  readonly managers: readonly string[];
  /** Coordinators of the institution that the outage touches; none where it touches several. */
  readonly clients: readonly string[];
}

type Part = Pick<StepRequest, 'name' | 'rule' | 'approverIds'> & Partial<StepRequest>;

const NAMES = {
  lead: { lv: 'Ieviesējas grupas vadītājs', en: 'Lead of the implementing group' },
  manager: { lv: 'Izmaiņu vadītājs', en: 'Change manager' },
  director: { lv: 'Vadība', en: 'Management' },
  cab: { lv: 'Izmaiņu konsultatīvā padome', en: 'Change advisory board' },
  ecab: { lv: 'Ārkārtas izmaiņu padome', en: 'Emergency change advisory board' },
  client: { lv: 'Klienta pārstāvis', en: "Client's representative" },
} as const;

/** More than half of the board. */
const quorum = (people: number): number => Math.floor(people / 2) + 1;

/** The emergency board decides with two of its members: it must be able to meet at night. */
const EMERGENCY_QUORUM = 2;

function firstOf(...ways: readonly (readonly [keyof typeof NAMES, readonly string[]])[]): Part {
  const found = ways.find(([, people]) => people.length > 0) ?? ways[0]!;
  return { name: NAMES[found[0]], rule: 'any', approverIds: found[1] };
}

function board(name: 'cab' | 'ecab', { cab, managers }: Authorities, needed: number): Part {
  if (cab.length === 0) return firstOf(['director', managers]);
  return { name: NAMES[name], rule: 'n_of', needed: Math.min(needed, cab.length), approverIds: cab };
}

/** The step that each risk asks for (DOMAIN 3.4): low the group's lead, medium the change manager, high the board and the client. */
function partsOf(risk: RiskLevel, people: Authorities): Part[] {
  const { groupLead, changeManagers, managers, cab, clients } = people;
  if (risk === 'low') return [firstOf(['lead', groupLead], ['manager', changeManagers], ['director', managers])];
  if (risk === 'medium') return [firstOf(['manager', changeManagers], ['director', managers])];
  const client: Part = { name: NAMES.client, rule: 'any', approverIds: clients, clientSide: true };
  return [board('cab', people, quorum(cab.length)), ...(clients.length > 0 ? [client] : [])];
}

/** Steps beside each other, due together; what nobody answers goes to whoever is above. */
function steps(parts: readonly Part[], dueAt: Instant, escalateToIds: readonly string[]): StepRequest[] {
  return parts.map((part) => ({ ...part, position: 1, dueAt, onExpiry: 'escalate', escalateToIds: [...escalateToIds] }));
}

/** Who is asked to authorise a change of this risk. */
export function stepsByRisk(risk: RiskLevel, people: Authorities, dueAt: Instant): StepRequest[] {
  return steps(partsOf(risk, people), dueAt, risk === 'low' ? people.changeManagers : people.managers);
}

/** Who authorises an emergency change beforehand. */
export function stepsOfEmergency(people: Authorities, dueAt: Instant): StepRequest[] {
  return steps([board('ecab', people, EMERGENCY_QUORUM)], dueAt, people.managers);
}

/** Who ratifies what was begun on a word: what they do not ratify in time is a finding, whoever might be asked next. */
export function stepsOfRatification(people: Authorities, dueAt: Instant): StepRequest[] {
  return [{ ...board('ecab', people, EMERGENCY_QUORUM), position: 1, dueAt, onExpiry: 'reject' }];
}
