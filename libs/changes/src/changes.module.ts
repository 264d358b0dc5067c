import { Module, type OnModuleInit } from '@nestjs/common';
import { AssetsModule } from '#assets';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { HistoryWords, TicketKinds, TicketsModule } from '#tickets';
import { AnnouncementsModule } from './announcements.module.js';
import { ChangeCalendarModule } from './change-calendar.module.js';
import { ChangesController } from './http/changes.controller.js';
import { ChangeBeside } from './reads/change-beside.js';
import { CHANGE_HISTORY } from './reads/change-history.js';
import { ChangeTicketKind } from './reads/change-ticket-kind.js';
import { ChangePage } from './reads/change-page.js';
import { ChangePath } from './reads/change-path.js';
import { ChangeStore } from './store/change-store.js';
import { Concurrences } from './store/concurrences.js';
import { TemplatesModule } from './templates.module.js';
import { ChangeReferences } from './use-cases/change-references.js';
import { ChangeWork } from './use-cases/change-work.js';
import { DraftChange } from './use-cases/draft-change.js';
import { EditChange } from './use-cases/edit-change.js';

/** Change enablement: changes, their calendar, templates and announcements. */
@Module({
  imports: [
    ...[AssetsModule, CalendarsModule, IdentityModule, CatalogueModule, TicketsModule],
    ...[AnnouncementsModule, ChangeCalendarModule, TemplatesModule],
  ],
  exports: [AnnouncementsModule],
  controllers: [ChangesController],
  providers: [
    ...[ChangeStore, Concurrences, ChangePage, ChangeBeside, ChangePath, ChangeTicketKind],
    ...[ChangeReferences, ChangeWork, DraftChange, EditChange],
  ],
})
export class ChangesModule implements OnModuleInit {
  constructor(
    private readonly kinds: TicketKinds,
    private readonly words: HistoryWords,
    private readonly kind: ChangeTicketKind,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.kind);
    this.words.register(CHANGE_HISTORY);
  }
}
