import { createRouter } from '@tanstack/react-router';
import { adminRoutes } from './routes/admin-routes';
import { changeRoutes } from './routes/change-routes';
import { deskRoutes } from './routes/desk-routes';
import { processRoutes } from './routes/process-routes';
import { reportRoutes } from './routes/report-routes';
import { root } from './routes/root';

export const router = createRouter({
  routeTree: root.addChildren([...deskRoutes, ...changeRoutes, ...reportRoutes, ...processRoutes, ...adminRoutes]),
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
