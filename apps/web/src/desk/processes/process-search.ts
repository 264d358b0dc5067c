/** The process that is looked at below the board. */
export interface BoardSearch {
  process?: string;
}

export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  return typeof search['process'] === 'string' ? { process: search['process'] } : {};
}

/** What the page of a process opens with, when somebody follows what is missing. */
export interface ProcessSearch {
  do?: string;
}

export function readProcessSearch(search: Record<string, unknown>): ProcessSearch {
  return typeof search['do'] === 'string' ? { do: search['do'] } : {};
}
