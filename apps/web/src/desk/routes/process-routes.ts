import { createRoute } from '@tanstack/react-router';
import { part } from '../part';
import { readMiningSearch } from '../mining/mining-search';
import { readBoardSearch, readProcessSearch } from '../processes/process-search';
import { requireRight, root } from './root';

const processes = createRoute({
  getParentRoute: () => root,
  path: '/reports/processes',
  beforeLoad: requireRight('process.read'),
  validateSearch: readBoardSearch,
  component: part(() => import('../processes/BoardPage'), 'BoardPage'),
});
const process = createRoute({
  getParentRoute: () => root,
  path: '/reports/processes/$id',
  beforeLoad: requireRight('process.read'),
  validateSearch: readProcessSearch,
  component: part(() => import('../processes/ProcessPage'), 'ProcessPage'),
});
const mining = createRoute({
  getParentRoute: () => root,
  path: '/reports/mining',
  beforeLoad: requireRight('process.read'),
  validateSearch: readMiningSearch,
  component: part(() => import('../mining/MiningPage'), 'MiningPage'),
});
const eventLogs = createRoute({
  getParentRoute: () => root,
  path: '/reports/mining/logs',
  beforeLoad: requireRight('process.read'),
  component: part(() => import('../mining/EventLogsPage'), 'EventLogsPage'),
});

/** Processes: the board, a process, and what really happens. */
export const processRoutes = [processes, process, mining, eventLogs] as const;
