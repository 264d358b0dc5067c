import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts } from '#identity';
import type { Tx } from '#platform';
import { fieldRefused } from '../domain/incident-errors.js';
import { ReferenceWords } from '../reads/reference-words.js';
import { type Filing, type FilingProposal, FilingRules } from '../ports/filing-rules.js';

/** Where a new incident goes, and the rule that had a say in it. */
export interface Route {
  readonly groupId: string | null;
  /** What it is about, where an agent or the rule says that. */
  readonly category: string | null;
  /** The group is the rule's. */
  readonly byRule: boolean;
  readonly proposal: FilingProposal | null;
}

/** What an agent has chosen by hand; it stands. */
interface Chosen {
  readonly groupId?: string | undefined;
  readonly category?: string | undefined;
}

/**
 * Which group a new incident goes to: the one that an agent chose, else the first rule's that holds, else the service's, else the first user-support
 * group (DOMAIN 2.2: `is_user_support`).
 */
@Injectable()
export class Routing {
  constructor(
    private readonly catalogue: CatalogueFacts,
    private readonly identity: IdentityFacts,
    private readonly rules: FilingRules,
    private readonly reference: ReferenceWords,
  ) {}

  /**
   * For a new ticket. Throws `incidents.service-not-offered` for the field `serviceId`, `incidents.group-unknown` for `groupId`,
   * `incidents.code-not-in-use` for `category`.
   */
  async route(tx: Tx, filing: Filing, { groupId: chosenGroupId, category: chosenCategory }: Chosen): Promise<Route> {
    const { serviceId, institutionId } = filing;
    const ofService = serviceId === null ? null : await this.groupOfOffered(tx, serviceId, institutionId);
    if (chosenGroupId !== undefined && !(await this.identity.group(chosenGroupId, tx)))
      throw fieldRefused('incidents.group-unknown', 'groupId');
    if (chosenCategory !== undefined) await this.reference.requireInUse('category', chosenCategory, 'category', tx);
    const proposal = await this.rules.propose(tx, filing);
    const byRule = chosenGroupId === undefined && proposal !== null && proposal.groupId !== null;
    const groupId = chosenGroupId ?? proposal?.groupId ?? ofService ?? (await this.firstLine(tx));
    return { groupId, category: chosenCategory ?? (await this.inUse(tx, proposal)), byRule, proposal };
  }

  /** A rule may name a category that has gone out of use since: then nothing is said. */
  private async inUse(tx: Tx, proposal: FilingProposal | null): Promise<string | null> {
    const category = proposal?.category ?? null;
    return category !== null && (await this.reference.isInUse('category', category, tx)) ? category : null;
  }

  /** For a follow-up, also where the service is no longer offered. */
  async groupForFollowUp(tx: Tx, serviceId: string | null): Promise<string | null> {
    const ofService = serviceId === null ? null : await this.catalogue.defaultGroupOf(serviceId, tx);
    return ofService ?? this.firstLine(tx);
  }

  /** The service's group, null where it names none. Throws `incidents.service-not-offered` for the field `serviceId`. */
  async groupOfOffered(tx: Tx, serviceId: string, institutionId: string): Promise<string | null> {
    const filing = await this.catalogue.filing(serviceId, institutionId, tx);
    if (!filing) throw fieldRefused('incidents.service-not-offered', 'serviceId');
    return filing.groupId;
  }

  /** Null only where there is no user-support group at all. */
  private async firstLine(tx: Tx): Promise<string | null> {
    return (await this.identity.userSupportGroups(tx))[0] ?? null;
  }
}
