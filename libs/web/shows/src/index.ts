export * from './shows.routes';
