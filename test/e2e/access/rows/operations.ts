import { type MatrixRow, plain } from '../row.js';

/** What is installed and what it does by itself (`admin.settings`). */
export const OPERATIONS: readonly MatrixRow[] = [plain('GET /jobs', ['admin']), plain('GET /system', ['admin'])];
