export * from './account.routes';
export * from './dialog/sign-in';
export * from './form/email-rule';
export * from './form/sign-in-panel';
export * from './menu/account-menu';
export * from './session/session-end';
export * from './session/session-store';
export * from './session/user';
