// The site itself, which `main` imports once the words of its language are there.
export { App } from './app';
export { appConfig } from './app.config';
export { routes } from './app.routes';
