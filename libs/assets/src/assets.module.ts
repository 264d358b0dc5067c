import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { FleetController } from './http/fleet.controller.js';
import { ItemImportsController } from './http/item-imports.controller.js';
import { ItemRelationsController } from './http/item-relations.controller.js';
import { ItemsController } from './http/items.controller.js';
import { ImportJobs } from './jobs/import-jobs.js';
import { AssetFacts } from './reads/asset-facts.js';
import { FleetFacts } from './reads/fleet-facts.js';
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
import { UpdateCoverage } from './reads/update-coverage.js';
import { ApplyImport } from './use-cases/apply-import.js';
import { ChangeItem } from './use-cases/change-item.js';
import { CheckImport } from './use-cases/check-import.js';
import { ContinueImport } from './use-cases/continue-import.js';
import { RegisterItem } from './use-cases/register-item.js';
import { RelateItems } from './use-cases/relate-items.js';
import { ServeWithItem } from './use-cases/serve-with-item.js';
import { TakeAgentStatus } from './use-cases/take-agent-status.js';

/** The register of configuration items. */
@Module({
  imports: [IdentityModule, CatalogueModule],
  controllers: [FleetController, ItemsController, ItemRelationsController, ItemImportsController],
  providers: [
    ...[AssetFacts, ItemNames, ItemList, ItemView, ItemHistory, ItemCounts, ItemExport, ItemReach, ItemReferences],
    ...[FleetFacts, UpdateCoverage, TakeAgentStatus],
    ...[RegisterItem, ChangeItem, RelateItems, ServeWithItem],
    ...[ImportWordBook, ImportView, CheckImport, ApplyImport, ContinueImport, ImportJobs],
  ],
  exports: [AssetFacts, FleetFacts, ItemList, ItemReach],
})
export class AssetsModule {}
