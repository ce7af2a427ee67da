/** How the site writes times and amounts: as its words are, in British English. */
export const LOCALE = 'en-GB';
