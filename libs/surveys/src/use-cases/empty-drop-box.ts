import { randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Settings, type Tx, UnitOfWork } from '#platform';
import { openAnswers } from '../domain/sealed-answers.js';
import { DropBox, type Envelope, type OpenedResponse } from '../store/drop-box.js';

interface Opened {
  readonly id: string;
  readonly response: OpenedResponse;
}

/** Takes answers out of the drop box, never fewer than the smallest group of an institution, and mixes them. */
@Injectable()
export class EmptyDropBox {
  private readonly log = new Logger('Surveys');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly box: DropBox,
  ) {}

  /** Mixes what is ripe: of each campaign under way, the institutions that have put in enough. Answers how many answers were moved. */
  async execute(): Promise<number> {
    let moved = 0;
    for (const campaignId of await this.box.ripe()) {
      moved += await this.unitOfWork.run(async (tx) => this.move(tx, campaignId, await this.box.lockCampaign(tx, campaignId)));
    }
    await this.box.sweep();
    return moved;
  }

  /** Moves everything that is left of a campaign that is closing and under lock, however few. */
  async executeAtClosing(tx: Tx, campaignId: string): Promise<number> {
    return this.move(tx, campaignId, 1);
  }

  private async move(tx: Tx, campaignId: string, smallest: number): Promise<number> {
    const envelopes = await this.box.inside(tx, campaignId);
    const opened = this.open(campaignId, envelopes);
    const ripe = [...byInstitution(opened).values()].filter((group) => group.length >= smallest).flat();
    if (ripe.length === 0) return 0;
    const mixed = shuffled(ripe);
    await this.box.move(
      tx,
      campaignId,
      mixed.map(({ id }) => id),
      mixed.map(({ response }) => response),
    );
    return mixed.length;
  }

  /** What cannot be opened stays in the box: it may have been sealed with a secret that can be brought back. */
  private open(campaignId: string, envelopes: readonly Envelope[]): Opened[] {
    const { secret } = this.settings;
    const opened = envelopes.flatMap(({ id, institutionId, envelope }) => {
      const content = secret && openAnswers(secret, { campaignId, institutionId }, envelope);
      return content ? [{ id, response: { campaignId, institutionId, ...content } }] : [];
    });
    if (opened.length < envelopes.length)
      this.log.error(`answers of campaign ${campaignId} cannot be opened: ATBALSTS_SECRET is not the one that sealed them`);
    return opened;
  }
}

function byInstitution(opened: readonly Opened[]): Map<string, Opened[]> {
  const groups = new Map<string, Opened[]>();
  for (const one of opened) {
    const { institutionId } = one.response;
    groups.set(institutionId, [...(groups.get(institutionId) ?? []), one]);
  }
  return groups;
}

/** In an order that nobody can guess (Fisher-Yates). */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
