import { Module } from '@nestjs/common';
import { CalendarsController } from './http/calendars.controller.js';
import { PreviewController } from './http/preview.controller.js';
import { CalendarBook } from './reads/calendar-book.js';

@Module({ controllers: [CalendarsController, PreviewController], providers: [CalendarBook], exports: [CalendarBook] })
export class CalendarsModule {}
