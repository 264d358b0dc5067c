import { Module } from '@nestjs/common';
import { AssetsModule } from '#assets';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { CalendarGround } from './reads/calendar-ground.js';
import { ConflictCheck } from './reads/conflict-check.js';
import { OccupiedCalendar } from './reads/occupied-calendar.js';
import { FreezeWindows } from './store/freeze-windows.js';
import { MaintenanceWindows } from './store/maintenance-windows.js';

/** When changes are made: the calendar, its conflicts, freezes and maintenance. */
@Module({
  imports: [AssetsModule, CalendarsModule, CatalogueModule, IdentityModule, TicketsModule],
  providers: [CalendarGround, ConflictCheck, OccupiedCalendar, FreezeWindows, MaintenanceWindows],
  exports: [ConflictCheck, OccupiedCalendar],
})
export class ChangeCalendarModule {}
