export { RoutingModule } from './routing.module.js';
export { routingSchemas } from './store/routing.schema.js';
export type { RuleTerms } from './domain/rule.js';
export { KeepRules } from './use-cases/keep-rules.js';
