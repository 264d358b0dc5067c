import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '#kernel';
import { PlatformModule, type Settings } from '#platform';
import { OperationsModule } from './operations/operations.module.js';
import { ChangesViewModule } from './views/changes/changes-view.module.js';
import { HandOverViewModule } from './views/hand-over/hand-over-view.module.js';
import { InstitutionViewModule } from './views/institution/institution-view.module.js';
import { ProblemsViewModule } from './views/problems/problems-view.module.js';
import { SatisfactionModule } from './views/satisfaction/satisfaction.module.js';
import { SearchViewModule } from './views/search/search-view.module.js';
import { allSchemas, PRODUCT_MODULES } from './modules.js';

/** The whole product as one Nest application. */
@Module({})
export class AppModule {
  static for(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ settings, entities: allSchemas(), ...(clock ? { clock } : {}) }),
        ...PRODUCT_MODULES,
        OperationsModule,
        ChangesViewModule,
        HandOverViewModule,
        InstitutionViewModule,
        ProblemsViewModule,
        SatisfactionModule,
        SearchViewModule,
      ],
    };
  }
}
