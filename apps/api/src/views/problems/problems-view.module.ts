import { Module } from '@nestjs/common';
import { TicketsModule } from '#tickets';
import { ProblemListController } from './problem-list.controller.js';
import { ProblemListExport } from './problem-list-export.js';
import { ProblemList } from './problem-list.js';

/** Screens of problems that read tickets and problems together. */
@Module({ imports: [TicketsModule], controllers: [ProblemListController], providers: [ProblemList, ProblemListExport] })
export class ProblemsViewModule {}
