export { sendExport } from './send-export.js';
export { type Cell, EXPORT_FORMATS, EXPORT_ROWS_MAX, type ExportFormat, type ExportTable } from './table.js';
