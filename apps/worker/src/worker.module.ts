import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, type Settings } from '#platform';
import { allSchemas, PRODUCT_MODULES } from '../../api/src/modules.js';

/** The product without its web server: the same modules, so that reactions and jobs are the same. */
@Module({})
export class WorkerModule {
  static for(settings: Settings): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.forRoot({ settings, entities: allSchemas() }), ...PRODUCT_MODULES] };
  }
}
