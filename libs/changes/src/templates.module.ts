import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { TemplatesController } from './http/templates.controller.js';
import { SuspendTemplateWhenChangeFailed } from './reactions/suspend-template-when-change-failed.js';
import { TemplateBook } from './reads/template-book.js';
import { TemplateOutcomes } from './reads/template-outcomes.js';
import { TemplateReader } from './reads/template-reader.js';
import { TemplateStore } from './store/template-store.js';
import { ApproveTemplate } from './use-cases/approve-template.js';
import { RetireTemplate } from './use-cases/retire-template.js';
import { SaveTemplate } from './use-cases/save-template.js';
import { SuspendTemplate } from './use-cases/suspend-template.js';

/** Templates of standard changes: what may be done without an authority of its own, and how well it goes. */
@Module({
  imports: [CalendarsModule, CatalogueModule, IdentityModule, TicketsModule],
  controllers: [TemplatesController],
  providers: [
    ...[TemplateStore, TemplateBook, TemplateOutcomes, TemplateReader],
    ...[SaveTemplate, ApproveTemplate, SuspendTemplate, RetireTemplate, SuspendTemplateWhenChangeFailed],
  ],
  exports: [TemplateBook, TemplateStore, SaveTemplate, ApproveTemplate],
})
export class TemplatesModule {}
