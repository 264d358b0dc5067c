import { createRoute } from '@tanstack/react-router';
import { part } from '../part';
import { readHandoverSearch } from '../absence/handover-search';
import { readAssetsSearch } from '../assets/assets-search';
import { readProblemsSearch } from '../problems/problems-search';
import { QueuePage } from '../queue/QueuePage';
import { readQueueSearch } from '../queue/queue-search';
import { readRatingsSearch } from '../ratings/ratings-search';
import { readDeskSearch } from '../search/search-search';
import { TicketPane } from '../ticket/open-pane';
import { requireDesk, requireRight, root } from './root';

/** The queue stays mounted while tickets open and close beside it. */
const queue = createRoute({
  beforeLoad: requireDesk,
  getParentRoute: () => root,
  id: 'queue',
  component: QueuePage,
  validateSearch: readQueueSearch,
});
const desk = createRoute({ getParentRoute: () => queue, path: '/desk', component: () => null });
const ticket = createRoute({
  getParentRoute: () => queue,
  path: '/desk/tickets/$number',
  // What draws the ticket comes beside the person, the list and the ticket itself.
  beforeLoad: () => void TicketPane.preload?.(),
  component: () => null,
});
const clocks = createRoute({
  getParentRoute: () => root,
  path: '/desk/tickets/$number/clocks',
  component: part(() => import('../clocks/ClocksPage'), 'ClocksPage'),
});
const ratings = createRoute({
  getParentRoute: () => root,
  path: '/desk/ratings',
  beforeLoad: requireRight('rating.list'),
  validateSearch: readRatingsSearch,
  component: part(() => import('../ratings/RatingsPage'), 'RatingsPage'),
});
const assets = createRoute({
  getParentRoute: () => root,
  path: '/desk/assets',
  beforeLoad: requireDesk,
  validateSearch: readAssetsSearch,
  component: part(() => import('../assets/AssetsPage'), 'AssetsPage'),
});
const assetImport = createRoute({
  getParentRoute: () => root,
  path: '/desk/assets/import',
  beforeLoad: requireRight('cmdb.write'),
  validateSearch: (search: Record<string, unknown>): { file?: string } =>
    typeof search['file'] === 'string' ? { file: search['file'] } : {},
  component: part(() => import('../assets/ImportPage'), 'ImportPage'),
});
const asset = createRoute({
  getParentRoute: () => root,
  path: '/desk/assets/$tag',
  beforeLoad: requireDesk,
  component: part(() => import('../assets/ItemPage'), 'ItemPage'),
});
const problems = createRoute({
  getParentRoute: () => root,
  path: '/desk/problems',
  beforeLoad: requireDesk,
  validateSearch: readProblemsSearch,
  component: part(() => import('../problems/ProblemsPage'), 'ProblemsPage'),
});
const problem = createRoute({
  getParentRoute: () => root,
  path: '/desk/problems/$number',
  beforeLoad: requireDesk,
  component: part(() => import('../problems/ProblemPage'), 'ProblemPage'),
});

const handover = createRoute({
  getParentRoute: () => root,
  path: '/desk/handover',
  beforeLoad: requireRight('ticket.work'),
  validateSearch: readHandoverSearch,
  component: part(() => import('../absence/HandoverPage'), 'HandoverPage'),
});
const search = createRoute({
  getParentRoute: () => root,
  path: '/desk/search',
  beforeLoad: requireDesk,
  validateSearch: readDeskSearch,
  component: part(() => import('../search/SearchPage'), 'SearchPage'),
});

/** Tickets, ratings, devices, problems, and the search over all of it. */
export const deskRoutes = [
  queue.addChildren([desk, ticket]),
  clocks,
  ratings,
  assets,
  assetImport,
  asset,
  problems,
  problem,
  handover,
  search,
] as const;
