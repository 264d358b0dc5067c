import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { UnitOfWork } from '#platform';
import { Notices } from '../store/notices.js';

/** A person has read notices of his own. Ids of others' notices change nothing and are not told apart. */
@Injectable()
export class MarkNoticesRead {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** `ids` null: all of them. */
  async execute(actor: Actor, ids: readonly string[] | null): Promise<void> {
    await this.unitOfWork.run((tx) => this.notices.markRead(tx, actor.id, ids));
  }
}
