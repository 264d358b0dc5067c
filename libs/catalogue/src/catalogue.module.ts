import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { IdentityModule } from '#identity';
import { DeskHoursController } from './http/desk-hours.controller.js';
import { ServiceRegisterController } from './http/service-register.controller.js';
import { ServiceController } from './http/service.controller.js';
import { SubscriptionsController } from './http/subscriptions.controller.js';
import { CatalogueFacts } from './reads/catalogue-facts.js';
import { DeskHours } from './reads/desk-hours.js';
import { ServiceExport } from './reads/service-export.js';
import { ServiceList } from './reads/service-list.js';
import { ServiceRegister } from './reads/service-register.js';
import { KeepContact } from './use-cases/keep-contact.js';
import { KeepServices } from './use-cases/keep-services.js';
import { KeepSubscriptions } from './use-cases/keep-subscriptions.js';

/** The services that institutions subscribe to, and when and how the desk is reached. */
@Module({
  imports: [CalendarsModule, IdentityModule],
  controllers: [ServiceController, ServiceRegisterController, SubscriptionsController, DeskHoursController],
  providers: [CatalogueFacts, ServiceExport, ServiceList, ServiceRegister, DeskHours, KeepServices, KeepSubscriptions, KeepContact],
  exports: [CatalogueFacts, ServiceList],
})
export class CatalogueModule {}
