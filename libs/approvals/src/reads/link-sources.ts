import { Injectable } from '@nestjs/common';
import { ApprovalSubjects } from '../ports/approval-subjects.js';
import { ApprovalLinks } from '../store/approval-links.js';
import { Rounds } from '../store/rounds.js';

/** What a link is read from. */
@Injectable()
export class LinkSources {
  constructor(
    readonly links: ApprovalLinks,
    readonly rounds: Rounds,
    readonly subjects: ApprovalSubjects,
  ) {}
}
