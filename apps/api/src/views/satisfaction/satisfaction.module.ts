import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { KpisModule } from '#kpis';
import { TicketsModule } from '#tickets';
import { CommentThemeReads } from './comment-themes.js';
import { DisappointedList } from './disappointed.js';
import { SatisfactionExport } from './satisfaction-export.js';
import { SatisfactionController } from './satisfaction.controller.js';

/** The managers' satisfaction page: ratings, promises and comments side by side. */
@Module({
  imports: [IdentityModule, TicketsModule, KpisModule],
  controllers: [SatisfactionController],
  providers: [DisappointedList, CommentThemeReads, SatisfactionExport],
})
export class SatisfactionModule {}
