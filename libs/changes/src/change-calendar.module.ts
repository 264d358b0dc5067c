import { Module } from '@nestjs/common';
import { AssetsModule } from '#assets';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { ChangeCalendarController } from './http/change-calendar.controller.js';
import { ChangeConflictsController } from './http/change-conflicts.controller.js';
import { FreezeWindowsController, MaintenanceWindowsController } from './http/windows.controller.js';
import { CalendarFileWords } from './reads/calendar-file-words.js';
import { CalendarFile } from './reads/calendar-file.js';
import { CalendarGround } from './reads/calendar-ground.js';
import { CalendarView } from './reads/calendar-view.js';
import { ChangeCalendar } from './reads/change-calendar.js';
import { ChangeConflicts } from './reads/change-conflicts.js';
import { ConflictCheck } from './reads/conflict-check.js';
import { FrozenChanges } from './reads/frozen-changes.js';
import { NextFreeSlot } from './reads/next-free-slot.js';
import { OccupiedCalendar } from './reads/occupied-calendar.js';
import { WindowLists } from './reads/window-lists.js';
import { CalendarFeeds } from './store/calendar-feeds.js';
import { FreezeWindows } from './store/freeze-windows.js';
import { MaintenanceWindows } from './store/maintenance-windows.js';
import { CalendarReferences } from './use-cases/calendar-references.js';
import { SetFreeze } from './use-cases/set-freeze.js';
import { SetMaintenance } from './use-cases/set-maintenance.js';
import { ShareCalendar } from './use-cases/share-calendar.js';

/** When changes are made: the calendar, its conflicts, freezes and maintenance. */
@Module({
  imports: [AssetsModule, CalendarsModule, CatalogueModule, IdentityModule, TicketsModule],
  controllers: [ChangeCalendarController, ChangeConflictsController, FreezeWindowsController, MaintenanceWindowsController],
  providers: [
    ...[CalendarGround, ConflictCheck, OccupiedCalendar, ChangeConflicts, NextFreeSlot, FrozenChanges],
    ...[ChangeCalendar, CalendarView, CalendarFile, CalendarFileWords, WindowLists],
    ...[FreezeWindows, MaintenanceWindows, CalendarFeeds],
    ...[CalendarReferences, SetFreeze, SetMaintenance, ShareCalendar],
  ],
  exports: [ConflictCheck, ChangeConflicts, OccupiedCalendar, FrozenChanges],
})
export class ChangeCalendarModule {}
