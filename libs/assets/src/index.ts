export { AssetsModule } from './assets.module.js';
export { assetsSchemas } from './store/schemas.js';
export { AssetFacts } from './reads/asset-facts.js';
export { type CoverageCount, type FleetCount, FleetFacts } from './reads/fleet-facts.js';
export { ItemList } from './reads/item-list.js';
export { type ItemPlace, ItemReach, type ReachedItem } from './reads/item-reach.js';
export { ItemSummaryResponse } from './http/responses/item.response.js';
export { demoItemId, seedAssetsDemo } from './seeds/lay-demo.js';
