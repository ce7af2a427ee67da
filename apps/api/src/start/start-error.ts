/** Why Modex cannot start, in one line for the person at the terminal; no stack is shown. */
export class StartError extends Error {}
