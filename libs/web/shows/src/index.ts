export { showRoutes } from './shows.routes';
