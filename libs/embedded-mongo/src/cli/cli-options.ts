export const CLI_OPTIONS = ['path', 'port', 'database', 'durability', 'to', 'from'] as const;

/** The options of all commands, as text. */
export type CliOptions = Readonly<Partial<Record<(typeof CLI_OPTIONS)[number], string>>>;
