export { accountRoutes } from './account.routes';
export { SignInPanel } from './form/sign-in-panel';
export { AccountMenu } from './menu/account-menu';
export { sessionEndInterceptor } from './session/session-end';
export { SessionStore, type User } from './session/session-store';
