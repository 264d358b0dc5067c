import { Module } from '@nestjs/common';
import { CalendarsController } from './http/calendars.controller.js';
import { CalendarBook } from './reads/calendar-book.js';

@Module({ controllers: [CalendarsController], providers: [CalendarBook], exports: [CalendarBook] })
export class CalendarsModule {}
