export { ReportsModule } from './reports.module.js';
export { reportsSchemas } from './store/report.schema.js';
export { KeepRegister } from './use-cases/keep-register.js';
export { KeepRun } from './use-cases/keep-run.js';
export { KeepBiLogins } from './use-cases/keep-bi-logins.js';
export { Subscribe } from './use-cases/subscribe.js';
export type { ReportTerms } from './domain/report.js';
