import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { KpisModule } from '#kpis';
import { InstitutionOverview } from './institution-overview.js';
import { InstitutionOverviewController } from './institution-overview.controller.js';

/** The coordinator's page in the portal. */
@Module({ imports: [IdentityModule, KpisModule], controllers: [InstitutionOverviewController], providers: [InstitutionOverview] })
export class InstitutionViewModule {}
