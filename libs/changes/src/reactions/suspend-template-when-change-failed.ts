import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { SuspendTemplate } from '../use-cases/suspend-template.js';

/** After a change from a template has finished: does its record still allow its template to be used? */
@Injectable()
export class SuspendTemplateWhenChangeFailed implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly suspend: SuspendTemplate,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'changes.suspend-template-when-change-failed',
      on: ['changes.finished'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { payload }: RecordedEvent): Promise<void> {
    const { templateId } = payload;
    if (typeof templateId === 'string') await this.suspend.ifFailing(tx, templateId);
  }
}
