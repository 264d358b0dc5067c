import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { AuditEventsController } from './http/audit-events.controller.js';
import { AuditEventExport } from './reads/audit-event-export.js';
import { AuditEvents } from './reads/audit-events.js';

/** Reading the event log. */
@Module({
  imports: [IdentityModule],
  controllers: [AuditEventsController],
  providers: [AuditEventExport, AuditEvents],
})
export class AuditModule {}
