import { Module } from '@nestjs/common';
import { TicketsModule } from '#tickets';
import { ChangeListController } from './change-list.controller.js';
import { ChangeListExport } from './change-list-export.js';
import { ChangeList } from './change-list.js';

/** Screens of changes that read tickets and changes together. */
@Module({ imports: [TicketsModule], controllers: [ChangeListController], providers: [ChangeList, ChangeListExport] })
export class ChangesViewModule {}
