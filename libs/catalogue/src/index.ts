export { CatalogueModule } from './catalogue.module.js';
export { catalogueSchemas } from './store/schemas.js';
export { CatalogueFacts } from './reads/catalogue-facts.js';
export { ServiceList } from './reads/service-list.js';
export * from './store/import-services.js';
export { seedCatalogueDemo } from './seeds/lay-demo.js';
