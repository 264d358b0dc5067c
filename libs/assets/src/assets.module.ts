import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { ItemImportsController } from './http/item-imports.controller.js';
import { ItemRelationsController } from './http/item-relations.controller.js';
import { ItemsController } from './http/items.controller.js';
import { ImportJobs } from './jobs/import-jobs.js';
import { AssetFacts } from './reads/asset-facts.js';
import { ImportView } from './reads/import-view.js';
import { ImportWordBook } from './reads/import-words.js';
import { ItemCounts } from './reads/item-counts.js';
import { ItemExport } from './reads/item-export.js';
import { ItemHistory } from './reads/item-history.js';
import { ItemList } from './reads/item-list.js';
import { ItemNames } from './reads/item-names.js';
import { ItemReach } from './reads/item-reach.js';
import { ItemReferences } from './reads/item-references.js';
import { ItemView } from './reads/item-view.js';
import { ApplyImport } from './use-cases/apply-import.js';
import { ChangeItem } from './use-cases/change-item.js';
import { CheckImport } from './use-cases/check-import.js';
import { ContinueImport } from './use-cases/continue-import.js';
import { RegisterItem } from './use-cases/register-item.js';
import { RelateItems } from './use-cases/relate-items.js';
import { ServeWithItem } from './use-cases/serve-with-item.js';

/** The register of configuration items. */
@Module({
  imports: [IdentityModule, CatalogueModule],
  controllers: [ItemsController, ItemRelationsController, ItemImportsController],
  providers: [
    ...[AssetFacts, ItemNames, ItemList, ItemView, ItemHistory, ItemCounts, ItemExport, ItemReach, ItemReferences],
    ...[RegisterItem, ChangeItem, RelateItems, ServeWithItem],
    ...[ImportWordBook, ImportView, CheckImport, ApplyImport, ContinueImport, ImportJobs],
  ],
  exports: [AssetFacts, ItemReach],
})
export class AssetsModule {}
