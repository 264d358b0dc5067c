import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { ruleBroken } from '../domain/change-errors.js';
import { TemplateBook } from '../reads/template-book.js';
import { CalendarPlace } from './calendar-place.js';
import { ChangeWork } from './change-work.js';

/** Puts a standard change into the calendar: its template is its authority (DOMAIN 3.4). */
@Injectable()
export class ScheduleChange {
  constructor(
    private readonly work: ChangeWork,
    private readonly place: CalendarPlace,
    private readonly templates: TemplateBook,
  ) {}

  /** Throws `changes.template-needed`, `changes.risk-above-template`, `changes.incomplete` and what `CalendarPlace` throws. */
  async execute(actor: Actor, target: TicketTarget, override: string | null): Promise<string> {
    return this.work.run(
      actor,
      target,
      'schedule',
      async (change, tx) => {
        change.check('schedule');
        const { templateId } = change.detail;
        const template = templateId === null ? null : await this.templates.active(tx, templateId);
        if (!template) throw ruleBroken('changes.template-needed');
        change.requirePlaced();
        await this.place.require(tx, actor, change, change.window!, override);
        change.schedule({ by: actor.id, at: tx.now }, template.maxRisk);
      },
      (tx) => this.place.lock(tx),
    );
  }
}
