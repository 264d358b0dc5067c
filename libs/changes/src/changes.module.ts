import { Module } from '@nestjs/common';
import { AssetsModule } from '#assets';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { ChangeCalendarModule } from './change-calendar.module.js';
import { TemplatesModule } from './templates.module.js';

/** Change enablement: changes, their calendar, templates and announcements. */
@Module({
  imports: [AssetsModule, CalendarsModule, IdentityModule, CatalogueModule, TicketsModule, ChangeCalendarModule, TemplatesModule],
})
export class ChangesModule {}
