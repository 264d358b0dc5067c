import { Injectable } from '@nestjs/common';
import { ApprovalBook, type Purpose, type StepRequest } from '#approvals';
import { CalendarBook } from '#calendars';
import { IdentityFacts, type Role } from '#identity';
import { type Instant, plusSeconds } from '#kernel';
import type { Tx } from '#platform';
import { type Authorities, stepsByRisk, stepsOfEmergency, stepsOfRatification } from '../domain/approval-plan.js';
import type { Change } from '../domain/change.js';
import { ruleBroken } from '../domain/change-errors.js';
import type { Act } from '../domain/change-record.js';
import type { RiskLevel } from '../domain/risk.js';
import { ServiceClients } from '../reads/service-clients.js';

const WORKING_DAYS = 'lv-8x5';
/** Working days within which each risk is decided. */
const DECIDED_WITHIN: Readonly<Record<RiskLevel, number>> = { low: 2, medium: 2, high: 5 };
/** An emergency that waits for its authority waits four hours at most. */
const EMERGENCY_SECONDS = 4 * 3600;

/** Opens the approvals that a change needs. Whoever asked for it, wrote it or carries it out is never among those who decide. */
@Injectable()
export class AskApprovers {
  constructor(
    private readonly book: ApprovalBook,
    private readonly identity: IdentityFacts,
    private readonly calendars: CalendarBook,
    private readonly clients: ServiceClients,
  ) {}

  /** Asks for authority before the work, by risk. */
  async toAuthorise(tx: Tx, change: Change, act: Act): Promise<void> {
    const people = await this.authorities(tx, change);
    change.authorisationRequested(act, await this.open(tx, change, act, 'authorise', await this.byRisk(tx, change, act, people)));
  }

  /** Asks to ratify what was begun on a word. */
  async toRatify(tx: Tx, change: Change, act: Act, dueAt: Instant): Promise<void> {
    await this.open(tx, change, act, 'ratify', stepsOfRatification(await this.authorities(tx, change), dueAt));
  }

  /** Asks anew where what was to be decided about, or was decided about, has changed; answers whether it did. */
  async voidIfChanged(tx: Tx, change: Change, act: Act): Promise<boolean> {
    return this.book.voidIfChanged(tx, change.id, change.hash, act.by);
  }

  async cancel(tx: Tx, change: Change, act: Act, cause: string): Promise<void> {
    await this.book.cancel(tx, change.id, cause, act.by);
  }

  /** Has this person said yes to the change as it stands, or is he asked to? */
  async hasDecided(tx: Tx, change: Change, personId: string): Promise<boolean> {
    const [latest] = (await this.book.standing(tx, change.id)).rounds;
    if (latest?.state !== 'granted' && latest?.state !== 'open') return false;
    const words = latest.steps.flatMap(({ approvals }) => approvals);
    return words.some(({ approverId, state }) => approverId === personId && (state === 'approved' || state === 'pending'));
  }

  private async byRisk(tx: Tx, change: Change, act: Act, people: Authorities): Promise<StepRequest[]> {
    const risk = change.risk ?? 'high';
    if (change.detail.kind === 'emergency') return stepsOfEmergency(people, plusSeconds(act.at, EMERGENCY_SECONDS));
    const calendar = await this.calendars.byCode(WORKING_DAYS, tx);
    return stepsByRisk(risk, people, calendar.workingDaysAfter(act.at, DECIDED_WITHIN[risk]));
  }

  private async open(tx: Tx, change: Change, { by }: Act, purpose: Purpose, steps: readonly StepRequest[]): Promise<number> {
    if (steps.some(({ approverIds }) => approverIds.length === 0)) throw ruleBroken('changes.no-approver');
    const { id: ticketId, hash: contentHash, ticket } = change;
    const request = { ticketId, purpose, contentHash, title: ticket.title, excluded: excludedFrom(change), steps };
    return (await this.book.request(tx, request, by)).round;
  }

  private async authorities(tx: Tx, change: Change): Promise<Authorities> {
    const excluded = new Set(excludedFrom(change));
    const free = (ids: readonly string[]): string[] => ids.filter((id) => !excluded.has(id));
    const { groupId, institutionId } = change.ticket;
    const holders = async (role: Role): Promise<string[]> => free(await this.identity.holdersOf(role, institutionId, tx));
    const leadId = groupId === null ? null : await this.identity.leadOf(groupId, tx);
    return {
      groupLead: free(leadId === null ? [] : [leadId]),
      changeManagers: await holders('change_manager'),
      cab: await holders('cab_member'),
      managers: await holders('manager'),
      clients: free(await this.clients.coordinatorsFor(tx, change)),
    };
  }
}

function excludedFrom({ ticket }: Change): string[] {
  return [...new Set([ticket.requesterId, ticket.createdById, ...(ticket.assigneeId === null ? [] : [ticket.assigneeId])])];
}
