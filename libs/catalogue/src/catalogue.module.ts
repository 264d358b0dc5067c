import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { ServiceController } from './http/service.controller.js';
import { CatalogueFacts } from './reads/catalogue-facts.js';
import { ServiceList } from './reads/service-list.js';

/** The services that institutions subscribe to. */
@Module({
  imports: [IdentityModule],
  controllers: [ServiceController],
  providers: [CatalogueFacts, ServiceList],
  exports: [CatalogueFacts],
})
export class CatalogueModule {}
