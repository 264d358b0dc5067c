import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { AuditEventsController } from './http/audit-events.controller.js';
import { AuditEvents } from './reads/audit-events.js';

/** Reading the event log. */
@Module({
  imports: [IdentityModule],
  controllers: [AuditEventsController],
  providers: [AuditEvents],
})
export class AuditModule {}
