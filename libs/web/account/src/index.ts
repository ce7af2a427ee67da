export { accountRoutes, ownAccountRoutes } from './account.routes';
export { SignIn } from './dialog/sign-in';
export { emailRule } from './form/email-rule';
export { SignInPanel } from './form/sign-in-panel';
export { AccountMenu } from './menu/account-menu';
export { sessionEndInterceptor } from './session/session-end';
export { type AroundChange, SessionStore } from './session/session-store';
export { type User } from './session/user';
