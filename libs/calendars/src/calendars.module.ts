import { Module } from '@nestjs/common';
import { CalendarsController } from './http/calendars.controller.js';
import { DraftsController } from './http/drafts.controller.js';
import { PreviewController } from './http/preview.controller.js';
import { CalendarBook } from './reads/calendar-book.js';
import { CalendarDrafts } from './reads/calendar-drafts.js';
import { CalendarViews } from './reads/calendar-views.js';
import { CalendarDraftStore } from './store/calendar-draft-store.js';
import { CreateCalendar } from './use-cases/create-calendar.js';
import { DiscardDraft } from './use-cases/discard-draft.js';
import { LayInPublicHolidays } from './use-cases/lay-in-public-holidays.js';
import { PublishDraft } from './use-cases/publish-draft.js';
import { SaveDraft } from './use-cases/save-draft.js';

const USE_CASES = [CreateCalendar, SaveDraft, DiscardDraft, PublishDraft, LayInPublicHolidays];

@Module({
  controllers: [PreviewController, CalendarsController, DraftsController],
  providers: [CalendarBook, CalendarDrafts, CalendarViews, CalendarDraftStore, ...USE_CASES],
  exports: [CalendarBook, CalendarDrafts],
})
export class CalendarsModule {}
