export { AssetsModule } from './assets.module.js';
export { assetsSchemas } from './store/schemas.js';
export { AssetFacts } from './reads/asset-facts.js';
export { ItemSummaryResponse } from './http/responses/item.response.js';
export { demoItemId, seedAssetsDemo } from './seeds/lay-demo.js';
