import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { ForecastController } from './http/forecast.controller.js';
import { LoadController } from './http/load.controller.js';
import { BacklogAges } from './reads/backlog-ages.js';
import { BacklogPages } from './reads/backlog-page.js';
import { DimensionNames } from './reads/dimension-names.js';
import { DutyPages } from './reads/duty-page.js';
import { ForecastPages } from './reads/forecast-page.js';
import { LoadCalendar } from './reads/load-calendar.js';
import { LoadCells } from './reads/load-cells.js';
import { LoadExport } from './reads/load-export.js';
import { LoadPages } from './reads/load-page.js';
import { LoadRows } from './reads/load-rows.js';

/** Everyday figures: arrivals and resolutions, backlog, forecast, duty. */
@Module({
  imports: [CalendarsModule, IdentityModule, CatalogueModule, TicketsModule],
  controllers: [LoadController, ForecastController],
  providers: [
    ...[DimensionNames, LoadCalendar, LoadCells, LoadPages, LoadRows, LoadExport],
    ...[BacklogAges, BacklogPages, ForecastPages, DutyPages],
  ],
  exports: [LoadPages, BacklogPages, ForecastPages, DutyPages],
})
export class LoadModule {}
