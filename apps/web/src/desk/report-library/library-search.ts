/** A report as it stands in the URL: of which period it is shown, or which kept copy of it. */
export interface ReportSearch {
  period?: string;
  run?: string;
}

const PERIOD = /^20\d{2}(-(0[1-9]|1[0-2]))?$/;
const ID = /^[0-9a-f-]{36}$/;

export function readLibrarySearch(raw: Record<string, unknown>): ReportSearch {
  const period = typeof raw['period'] === 'number' ? String(raw['period']) : raw['period'];
  const run = raw['run'];
  return {
    ...(typeof period === 'string' && PERIOD.test(period) ? { period } : {}),
    ...(typeof run === 'string' && ID.test(run) ? { run } : {}),
  };
}
