import { Injectable } from '@nestjs/common';
import { Settings, UnitOfWork } from '#platform';
import { Grants } from '../store/grants.js';
import { SetupLinks } from '../store/setup-links.js';

/** Makes the one-time link by which the first administrator creates his account. For the start of an empty installation. */
@Injectable()
export class IssueSetupLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly grants: Grants,
    private readonly links: SetupLinks,
  ) {}

  /** The link, good for a day and one use; undefined where somebody is administrator already. Earlier links stop working. */
  async execute(): Promise<string | undefined> {
    return this.unitOfWork.run(async (tx) => {
      if (await this.grants.anyHolds(tx, 'administrator')) return undefined;
      return `${this.settings.publicUrl}/setup?token=${await this.links.issue(tx)}`;
    });
  }
}
