export { IncidentsModule } from './incidents.module.js';
export { incidentsSchemas } from './store/incident.schema.js';
export { INCIDENT_STATES, type IncidentEvent, incidentLifecycle, type IncidentState } from './domain/incident-lifecycle.js';
export * from './domain/incident-words.js';
export { type ImportedIncident, importIncidents } from './store/import-incidents.js';
export { DueIncidents } from './jobs/due-incidents.js';
export { type IncidentReport, ReportIncident } from './use-cases/report-incident.js';
export { ReopenIncident } from './use-cases/reopen-incident.js';
