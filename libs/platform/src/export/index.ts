export { FormatRequest } from './format.request.js';
export { type ListFile, ListFiles, type ReadCells } from './list-files.js';
export { sendRows } from './send-rows.js';
export { exportFile, sendExport } from './send-export.js';
export { type Cell, EXPORT_FORMATS, EXPORT_ROWS_MAX, type ExportFormat, type ExportTable, instantCell } from './table.js';
