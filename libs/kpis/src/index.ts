export { KpisModule } from './kpis.module.js';
export { RecountKpis, type RecountOutcome, type RecountRequest } from './use-cases/recount-kpis.js';
export { ImportFacts, type ImportOutcome, type ImportProgress } from './use-cases/import-facts.js';
export { FreezeMonths } from './use-cases/freeze-months.js';
export { KpiPages, type KpiPage } from './reads/kpi-page.js';
export { readPeriod } from './domain/month.js';
export { type Month, monthOf } from './domain/month.js';
export { kpisSchemas } from './store/schemas.js';
